import fc from 'fast-check';
import { lexiconMatcher, MIXED_LANGUAGES } from './flag-messages';
import type { Lexicon, LexiconTerm } from './lexicon.schema';
import { UNKNOWN_LANGUAGE } from './languages';
import { LEXICON_V1 } from './lexicon.v1';

const brought = lexiconMatcher(LEXICON_V1);

const termOf = (language: string, term: string, more: Partial<LexiconTerm> = {}): LexiconTerm => ({
  language,
  term,
  theme: 'money',
  meaning: 'of a test',
  source: 'a test',
  ...more,
});
const lexiconOf = (...terms: LexiconTerm[]): Lexicon => ({ name: 'Test', version: '1', terms });
const written = (text: string, language: string, lexicon: Lexicon) =>
  lexiconMatcher(lexicon)
    .flagsIn(text, language)
    .map(({ start, end }) => text.slice(start, end));

describe('flags of messages', () => {
  it.each([
    ['hu', 'az utlevelem nala van', 'control', 'strong', 'utlevelem nala'],
    ['hu', 'Még le kell DOLGOZNOD', 'money', 'strong', 'le kell DOLGOZNOD'],
    ['ro', 'fii atent, nu spune la nimeni', 'control', 'strong', 'nu spune la nimeni'],
    ['ro', 'Vii să mă iei de la aeroport?', 'movement', 'weak', 'aeroport'],
    ['bg', 'Взе ми паспорта', 'control', 'strong', 'Взе ми паспорта'],
    ['bg', 'trqbvat novi snimki za obqvata', 'adverts', 'strong', 'snimki za obqvata'],
    ['sq', 'e kam borxhin ende pa pagu', 'money', 'strong', 'borxhin'],
    ['sq', 'pasaporten ma ka marre ai', 'control', 'strong', 'pasaporten ma ka marre'],
    ['pl', 'on sie boi bo nie ma umowy', 'documents', 'weak', 'umowy'],
    ['pl', 'Zabrali mi paszport', 'control', 'strong', 'Zabrali mi paszport'],
    ['vi', 'nghi la ho tru luong', 'money', 'strong', 'tru luong'],
    ['vi', 'Hộ chiếu em bị người ta giữ rồi', 'control', 'strong', 'Hộ chiếu em bị'],
    ['en', "I've got your passport in the drawer", 'control', 'strong', 'got your passport'],
    ['en', 'how many clients today', 'adverts', 'strong', 'how many clients'],
  ])('flags in %s: %s (%s, %s)', (language, text, theme, weight, words) => {
    const flags = brought.flagsIn(text, language).map((flag) => ({ ...flag, words: text.slice(flag.start, flag.end) }));
    expect(flags).toContainEqual(expect.objectContaining({ language, theme, weight, words }));
  });

  it('tells the term as the lexicon writes it, what it means and where it stands', () => {
    const lexicon = lexiconOf(termOf('hu', 'útlevel*', { forms: ['passz*'], theme: 'documents', meaning: 'passport' }));
    expect(lexiconMatcher(lexicon).flagsIn('Hol a passzom?', 'hu')).toEqual([
      {
        theme: 'documents',
        term: 'útlevel*',
        language: 'hu',
        start: 6,
        end: 13,
        weight: 'strong',
        meaning: 'passport',
      },
    ]);
  });

  it.each([
    ['🎂🎉 az útlevelem', 'útlevelem'],
    ['az u\u0301tlevelem', 'u\u0301tlevelem'],
    ['ÚTLEVELEM!', 'ÚTLEVELEM'],
    ['az út\u00adlevelem', 'út\u00adlevelem'],
    ['👩‍👧‍👦útlevelem😘', 'útlevelem'],
    ['𝘂𝘁𝗹𝗲𝘃𝗲𝗹𝗲𝗺 kell', '𝘂𝘁𝗹𝗲𝘃𝗲𝗹𝗲𝗺'],
    ['50utlevel', 'utlevel'],
  ])('tells where a term stands in %j as it was written', (text, words) => {
    expect(written(text, 'hu', lexiconOf(termOf('hu', 'útlevel*')))).toEqual([words]);
  });

  it('looks for whole words, unless the term says otherwise', () => {
    const lexicon = lexiconOf(termOf('hu', 'adós'), termOf('hu', 'bér*'));
    expect(written('adósság fadós adós', 'hu', lexicon)).toEqual(['adós']);
    expect(written('béremet kibérelt', 'hu', lexicon)).toEqual(['béremet']);
  });

  it('looks for words of a term one after the other, whatever stands between them', () => {
    const lexicon = lexiconOf(termOf('en', 'bank card*'));
    expect(written('Bank,\n card', 'en', lexicon)).toEqual(['Bank,\n card']);
    expect(written('bank my card', 'en', lexicon)).toEqual([]);
    expect(written('my bank', 'en', lexicon)).toEqual([]);
  });

  it.each(['плащаш', 'ПЛАЩАШ', 'plashtash', 'pla6ta6', 'plasht\u0430sh'])(
    'finds a Bulgarian word typed as %s',
    (text) => {
      expect(written(text, 'bg', lexiconOf(termOf('bg', 'плащаш')))).toEqual([text]);
    },
  );

  it('finds Bulgarian terms that a lexicon writes in Latin letters', () => {
    expect(written('паспорт', 'bg', lexiconOf(termOf('bg', 'pasport')))).toEqual(['паспорт']);
  });

  it('does not take a Vietnamese accent for another, but does without it', () => {
    const lexicon = lexiconOf(termOf('vi', 'trả nợ'));
    expect(written('trả nợ, TRẢ NỢ, tra no, tra\u0309 no', 'vi', lexicon)).toHaveLength(4);
    expect(written('trả nó', 'vi', lexicon)).toEqual([]);
  });

  it.each([
    ['xóa', 'xoá'],
    ['chuyển', 'chuỷên'],
  ])('takes the accents of %s for the same as those of %s', (term, text) => {
    expect(written(text, 'vi', lexiconOf(termOf('vi', term)))).toEqual([text]);
  });

  it.each([UNKNOWN_LANGUAGE, MIXED_LANGUAGES, 'sk'])(
    'looks only for strong terms, of all languages, in a text in %s',
    (language) => {
      const lexicon = lexiconOf(
        termOf('hu', 'útlevél'),
        termOf('en', 'passport'),
        termOf('en', 'flat', { weight: 'weak' }),
      );
      expect(written('utlevel passport flat', language, lexicon)).toEqual(['utlevel', 'passport']);
    },
  );

  it('looks for terms of the language alone where the language is known', () => {
    expect(written('utlevel', 'en', lexiconOf(termOf('hu', 'útlevél'), termOf('en', 'passport')))).toEqual([]);
  });

  it('leaves out a term within another of its theme, but not of another theme', () => {
    const lexicon = lexiconOf(
      termOf('en', 'took my passport', { theme: 'control' }),
      termOf('en', 'my passport', { theme: 'control', weight: 'weak' }),
      termOf('en', 'passport', { theme: 'documents', weight: 'weak' }),
    );
    expect(written('he took my passport', 'en', lexicon)).toEqual(['took my passport', 'passport']);
  });

  it('leaves out a shorter term that begins where a longer one of its theme does', () => {
    expect(written('debt bondage', 'en', lexiconOf(termOf('en', 'debt'), termOf('en', 'debt bondage')))).toEqual([
      'debt bondage',
    ]);
  });

  it('keeps a strong term within a weak one', () => {
    const lexicon = lexiconOf(termOf('en', 'the debt', { weight: 'weak' }), termOf('en', 'debt'));
    expect(written('the debt', 'en', lexicon)).toEqual(['the debt', 'debt']);
  });

  it('prefers at one place the strong term, then the one that says more of the word', () => {
    const flagged = (...terms: LexiconTerm[]) =>
      lexiconMatcher(lexiconOf(...terms))
        .flagsIn('passports', 'en')
        .map(({ term }) => term);
    expect(flagged(termOf('en', 'passports', { weight: 'weak' }), termOf('en', 'pass*'))).toEqual(['pass*']);
    expect(flagged(termOf('en', 'pass*'), termOf('en', 'passport*'))).toEqual(['passport*']);
  });

  it('has no flags for a text without words', () => {
    expect(brought.flagsIn('', 'en')).toEqual([]);
    expect(brought.flagsIn('😂 ... ?!', UNKNOWN_LANGUAGE)).toEqual([]);
  });
});

describe('flags of any text', () => {
  const words = LEXICON_V1.terms
    .flatMap(({ term, forms = [] }) => [term, ...forms])
    .map((form) => form.replaceAll('*', ''));
  const anyText = fc
    .array(
      fc.oneof(
        fc.constantFrom(...words),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('😂', '\u0301', 'Ж', '4', ' '),
      ),
    )
    .map((parts) => parts.join(' '));
  const anyLanguage = fc.constantFrom('hu', 'ro', 'bg', 'sq', 'pl', 'vi', 'en', UNKNOWN_LANGUAGE);

  it('stand in the text in order, at its letters', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        const flags = brought.flagsIn(text, language);
        for (const { start, end } of flags) {
          expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}]/u);
          expect(text.slice(start, end).isWellFormed()).toBe(true);
        }
        expect(flags.map(({ start }) => start)).toEqual(flags.map(({ start }) => start).toSorted((a, b) => a - b));
      }),
    );
  });

  it('move with the text', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, fc.constantFrom('😂 ', 'Ő. ', '\n'), (text, language, before) => {
        expect(brought.flagsIn(before + text, language)).toEqual(
          brought.flagsIn(text, language).map((flag) => ({
            ...flag,
            start: flag.start + before.length,
            end: flag.end + before.length,
          })),
        );
      }),
    );
  });

  it('do not depend on how letters with signs are composed', () => {
    const told = (text: string, language: string) =>
      brought
        .flagsIn(text, language)
        .map(({ term, theme, start, end }) => [term, theme, text.slice(start, end).normalize('NFC')]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words)), anyLanguage, (parts, language) => {
        const text = parts.join(' ');
        expect(told(text.normalize('NFD'), language)).toEqual(told(text.normalize('NFC'), language));
      }),
    );
  });

  it('do not depend on case, nor on signs that are left out', () => {
    const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();
    const told = (text: string, language: string) => brought.flagsIn(text, language).map(({ term }) => term);
    const withoutVietnamese = anyLanguage.filter((language) => language !== 'vi' && language !== UNKNOWN_LANGUAGE);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words)), withoutVietnamese, (parts, language) => {
        expect(told(plain(parts.join(' ')), language)).toEqual(told(parts.join(' '), language));
      }),
    );
  });
});
