import fc from 'fast-check';
import { lexicon, type Lexicon, type LexiconChanges, type LexiconTerm } from './lexicon.schema';
import { mergedLexicon, withdrawnInVain } from './merge-lexicons';

const termOf = (term: string, more: Partial<LexiconTerm> = {}): LexiconTerm => ({
  language: 'hu',
  term,
  theme: 'money',
  meaning: 'of a test',
  source: 'a test',
  ...more,
});
const base: Lexicon = { name: 'Brought', version: '1', terms: [termOf('adósság*'), termOf('lakbér*')] };
const changesOf = (changes: Partial<LexiconChanges>): LexiconChanges => ({
  name: 'Force',
  version: '7',
  added: [],
  withdrawn: [],
  ...changes,
});
const withdrawal = (term: string, language = 'hu') => ({ language, term, reason: 'too many everyday messages' });
const written = ({ terms }: Lexicon) => terms.map(({ term }) => term);

describe('a lexicon with a force’s changes', () => {
  it('says by which versions it was made', () => {
    expect(mergedLexicon(base, changesOf({}))).toEqual({ name: 'Force', version: '1+7', terms: base.terms });
  });

  it('has what is added and not what is withdrawn', () => {
    const changes = changesOf({ added: [termOf('kamat*')], withdrawn: [withdrawal('lakbér*')] });
    expect(written(mergedLexicon(base, changes))).toEqual(['adósság*', 'kamat*']);
  });

  it('puts an added term in the place of the one of the base', () => {
    const added = termOf('Lakbér*', { weight: 'weak' });
    expect(mergedLexicon(base, changesOf({ added: [added] })).terms).toEqual([base.terms[0], added]);
  });

  it('keeps the last of what is added twice', () => {
    const twice = [termOf('kamat*'), termOf('KAMAT*', { weight: 'weak' })];
    expect(mergedLexicon(base, changesOf({ added: twice })).terms.slice(2)).toEqual([twice[1]]);
  });

  it('has a term that is added and withdrawn', () => {
    const changes = changesOf({ added: [termOf('lakbér*', { weight: 'weak' })], withdrawn: [withdrawal('lakbér*')] });
    expect(written(mergedLexicon(base, changes))).toEqual(['adósság*', 'lakbér*']);
  });

  it('withdraws a term of that language alone, and as it is written', () => {
    const changes = changesOf({ withdrawn: [withdrawal('lakbér*', 'ro'), withdrawal('lakber*')] });
    expect(mergedLexicon(base, changes).terms).toEqual(base.terms);
    expect(withdrawnInVain(base, changes)).toEqual(changes.withdrawn);
  });

  it('does not say of a withdrawal of the base that it is in vain', () => {
    expect(withdrawnInVain(base, changesOf({ withdrawn: [withdrawal(' LAKBÉR* ')] }))).toEqual([]);
  });

  it('is a lexicon again, whatever the changes', () => {
    const anyTerm = fc.constantFrom('adósság*', 'ADÓSSÁG*', 'lakbér*', 'kamat*', 'Kamat*', 'előleg');
    fc.assert(
      fc.property(fc.array(anyTerm), fc.array(anyTerm), (added, withdrawn) => {
        const changes = changesOf({
          added: added.map((term) => termOf(term)),
          withdrawn: withdrawn.map((term) => withdrawal(term)),
        });
        expect(lexicon.safeParse(mergedLexicon(base, changes)).success).toBe(true);
      }),
    );
  });
});
