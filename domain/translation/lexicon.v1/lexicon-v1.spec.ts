import { LEXICON_V1 } from '.';
import { lexiconMatcher } from '../flag-messages';
import { termWords } from '../lexicon-term';
import { LEXICON_THEMES, lexicon } from '../lexicon.schema';

const LANGUAGES = ['hu', 'ro', 'bg', 'sq', 'pl', 'vi', 'en'];

/** Themes of a language with as many terms as a search needs to be of use. */
const FEWEST_TERMS = 10;

const writtenOf = ({ term, forms = [] }: (typeof LEXICON_V1.terms)[number]) => [term, ...forms];

describe('the lexicon that Waymark brings', () => {
  it('is a lexicon, in which no term is twice', () => {
    expect(lexicon.parse(LEXICON_V1)).toEqual(LEXICON_V1);
  });

  it.each(LANGUAGES.flatMap((language) => LEXICON_THEMES.map((theme) => [language, theme] as const)))(
    'has strong and weak terms in %s for %s',
    (language, theme) => {
      const terms = LEXICON_V1.terms.filter((term) => term.language === language && term.theme === theme);
      expect(terms.length).toBeGreaterThanOrEqual(FEWEST_TERMS);
      expect(new Set(terms.map(({ weight = 'strong' }) => weight))).toEqual(new Set(['strong', 'weak']));
    },
  );

  it('has terms of no other language', () => {
    expect(new Set(LEXICON_V1.terms.map(({ language }) => language))).toEqual(new Set(LANGUAGES));
  });

  it('writes no term or form of a language in two ways that are found alike', () => {
    const folded = LEXICON_V1.terms.flatMap((term) =>
      writtenOf(term).map((form) => {
        const said = termWords(form).map(({ ways, isStem }) => `${ways[0]}${isStem ? '*' : ''}`);
        return `${term.language}: ${term.language === 'vi' ? form : said.join(' ')}`;
      }),
    );
    expect(folded.filter((form, at) => folded.indexOf(form) !== at)).toEqual([]);
  });

  it('finds each term and each form of it in itself', () => {
    const matcher = lexiconMatcher(LEXICON_V1);
    const missed = LEXICON_V1.terms.flatMap((term) =>
      writtenOf(term).filter((form) => {
        const text = form.replaceAll('*', '');
        return !matcher
          .flagsIn(text, term.language)
          .some(({ theme, start, end }) => theme === term.theme && start === 0 && end === text.length);
      }),
    );
    expect(missed).toEqual([]);
  });

  it('names the guidance of every strong term', () => {
    const unnamed = LEXICON_V1.terms.filter(
      ({ weight, source }) => weight === undefined && !/^(Home Office|ILO|GLAA), /.test(source),
    );
    expect(unnamed).toEqual([]);
  });
});
