import fc from 'fast-check';
import { MARKINGS, SIENA_HANDLING, SIENA_INFORMATION, SIENA_SOURCE } from '../../domain/operation/codes';
import { messageFileV1 } from './message-file.v1';
import type { LiaisonMessage } from './message-format';

const words = (max: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: max })
    .filter((text) => text.trim() === text && text.length <= max);
const country = fc.constantFrom('GB', 'HU', 'RO', 'BG');
const message: fc.Arbitrary<LiaisonMessage> = fc.record({
  reference: words(20),
  inReplyTo: fc.option(words(20)),
  from: country,
  to: country,
  sentAt: fc.constant('2026-01-05T10:00:00.000Z'),
  marking: fc.option(fc.constantFrom(...MARKINGS)),
  evaluation: fc.record({
    source: fc.constantFrom(...SIENA_SOURCE),
    information: fc.constantFrom(...SIENA_INFORMATION),
  }),
  handling: fc.oneof(
    fc.record({ code: fc.constantFrom(...SIENA_HANDLING.filter((code) => code !== 'H3')), text: fc.constant(null) }),
    fc.record({ code: fc.constant('H3' as const), text: words(50) }),
  ),
  content: words(200),
});
const read = (text: string) => messageFileV1.schema.safeParse(JSON.parse(text));
const issuesOf = (text: string) => read(text).error?.issues.map(({ path }) => path.join('.'));

describe('a message file', () => {
  it('is read as what was written', () => {
    fc.assert(
      fc.property(message, (given) => {
        expect(read(messageFileV1.write(given)).data).toEqual(given);
      }),
    );
  });

  it('is refused where anything in it was changed', () => {
    fc.assert(
      fc.property(message, words(30), (given, other) => {
        fc.pre(other !== given.content);
        const changed = { ...(JSON.parse(messageFileV1.write(given)) as object), content: other };
        expect(issuesOf(JSON.stringify(changed))).toEqual(['digest']);
      }),
    );
  });

  it('names each field that does not fit', () => {
    expect(issuesOf('{"format":"waymark-europol-message/2","handling":{"code":"H3","text":null}}')).toEqual(
      expect.arrayContaining(['format', 'reference', 'handling.text', 'digest']),
    );
  });
});
