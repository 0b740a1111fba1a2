import { z } from 'zod';
import { RECORD_KINDS, RECORD_ROLES } from '../../../domain/profiles/record';
import { plainText } from '../../../domain/text/text.schema';
import { LEAD } from './runs.schema';

const text = z.string().nullable();
const identity = z.int().describe('What records say alike of somebody; it stays');

export const decision = z.object({
  outcome: z.enum(['same', 'different', 'open']),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});

export const profilePerson = z
  .object({
    notice: z.literal(LEAD),
    person: z.int(),
    written: z
      .array(
        z.object({
          identity,
          given: text,
          surname: text,
          birth: z.iso.date().nullable(),
          sex: text,
          postcode: text,
          phone: text,
          document: text,
          records: z.int(),
          lastDay: z.iso.date(),
        }),
      )
      .describe('What your forces have written of them, most often first'),
    links: z
      .array(
        z.object({
          one: identity,
          other: identity,
          weight: z
            .number()
            .describe('In bits: how much it speaks for one person, names that are rare counted for more'),
          parts: z
            .array(z.object({ on: z.string(), weight: z.number(), says: z.string() }))
            .describe('Why, without the rarity of names'),
        }),
      )
      .describe('Which pairs hold them together, the heaviest first'),
    linksOfOthers: z.int().describe('Pairs that rest on what other forces have written'),
    decisions: z.array(decision.extend({ one: identity, other: identity })).describe('The latest of each pair'),
    records: z
      .array(
        z.object({
          force: z.string(),
          import: z.string(),
          line: z.int().describe('Of its file'),
          kind: z.enum(RECORD_KINDS),
          reference: z.string(),
          role: z.enum(RECORD_ROLES),
          occurred: z.iso.date(),
          offence: text,
          place: text,
          team: text,
          markers: text,
          identity,
        }),
      )
      .describe('Of your forces, the latest 200'),
  })
  .meta({ id: 'ProfilePerson', description: 'Somebody as your forces know them' });
export type ProfilePerson = z.output<typeof profilePerson>;

export const linkDecision = z
  .strictObject({
    one: identity,
    other: identity,
    outcome: z
      .enum(['same', 'different', 'open'])
      .describe(
        '`same` confirms or merges, `different` splits; `open` takes a decision back. It wins over the model from the next profiling on',
      ),
    reason: plainText(2000).describe('Why'),
  })
  .refine(({ one, other }) => one !== other, { message: 'Name two.', path: ['other'] })
  .meta({ id: 'LinkDecision' });
export type LinkDecision = z.output<typeof linkDecision>;

export const decidedLink = decision.extend({ one: identity, other: identity }).meta({ id: 'DecidedLink' });
export type DecidedLink = z.output<typeof decidedLink>;
