import type { TranslatedMessage } from '../../api/translations/translations.schema';
import { piecesOf, shownMessage } from './side-by-side';

const flag = (start: number, end: number, weight: 'strong' | 'weak' = 'strong') => ({
  ...{ start, end, weight, theme: 'control' as const, term: 'útlevel*', language: 'hu', meaning: 'passport' },
});
const entity = (start: number, end: number) => ({
  start,
  end,
  kind: 'phone' as const,
  written: '0630',
  value: '+3630',
});
const message = (more: Partial<TranslatedMessage>): TranslatedMessage => ({
  ...{ row: 1, thread: null, sender: null, recipient: null, sentAt: null, timeWritten: null, direction: null },
  ...{ language: 'hu', original: 'az útlevelem 0630', english: 'my passport 0630', kind: 'gloss', provider: 'gloss' },
  ...{ correction: null, correctedBy: null, damaged: [], flags: [], entities: [], media: null, problem: null },
  ...more,
});

describe('a message beside its English', () => {
  it('is cut where something is flagged or named in it, and is whole again when put together', () => {
    const pieces = piecesOf(message({ flags: [flag(3, 12)], entities: [entity(13, 17)] }));
    expect(pieces).toEqual([
      { text: 'az ' },
      { text: 'útlevelem', kind: 'strong', says: 'Control: passport' },
      { text: ' ' },
      { text: '0630', kind: 'entity', says: 'Phone' },
    ]);
    expect(pieces.map(({ text }) => text).join('')).toBe('az útlevelem 0630');
  });

  it('marks once what overlaps', () => {
    const pieces = piecesOf(message({ flags: [flag(3, 12), flag(5, 14)] }));
    expect(pieces.map(({ text, kind }) => [text, kind])).toEqual([
      ['az ', undefined],
      ['útlevelem', 'strong'],
      [' 0630', undefined],
    ]);
  });

  it('says beside it what is flagged and named, and what its English is', () => {
    const shown = shownMessage(message({ flags: [flag(3, 12, 'weak')], entities: [entity(13, 17)] }));
    expect(shown.flagWords).toEqual(['Control: “útlevelem” – passport (weak)']);
    expect(shown.entityWords).toEqual(['Phone: 0630 (+3630)']);
    expect(shown.languageName).toBe('Hungarian');
    expect(shown.englishIs).toBe('Gloss, not a translation');
    expect(shownMessage(message({ correction: 'My passport' })).englishIs).toBe('Corrected by a person');
    expect(shownMessage(message({ provider: 'person' })).englishIs).toBe(
      'A person’s own, from an earlier phone of the force',
    );
  });
});
