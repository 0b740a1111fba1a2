import { lexicon } from './lexicon.schema';
import { termProblem, termWords } from './lexicon-term';

describe('how a term is written', () => {
  it('tells the words of a term, folded, and which of them are stems', () => {
    expect(termWords('Elvette az Útlevel*')).toEqual([
      { ways: ['elvette'], isStem: false, written: 'Elvette' },
      { ways: ['az'], isStem: false, written: 'az' },
      { ways: ['utlevel'], isStem: true, written: 'Útlevel' },
    ]);
  });

  it('tells the ways in which a Cyrillic word is typed, each letter in one way throughout', () => {
    const [word] = termWords('шиша');
    expect(word?.ways).toEqual(['shisha', '6i6a']);
  });

  it.each([
    ['…', 'Write at least one letter or digit.'],
    ['*', 'Write at least one letter or digit.'],
    ['út *', 'Write “*” only at the end of a word.'],
    ['út*levél', 'Write “*” only at the end of a word.'],
    ['útlevél**', 'Write “*” only at the end of a word.'],
    ['út*', 'Write at least 3 letters before “*”.'],
    ['nála az ő*', 'Write at least 3 letters before “*”.'],
  ])('says what is wrong with %s', (term, problem) => {
    expect(termProblem(term)).toBe(problem);
  });

  it.each(['útlevel*', 'nálam* van', 'ni', 'паспорт*', "s'më paguan", '50'])('has nothing to say of %s', (term) => {
    expect(termProblem(term)).toBeUndefined();
  });
});

describe('a lexicon', () => {
  const term = { language: 'vi', term: 'nợ', theme: 'money', meaning: 'debt', source: 'a test' };

  it('has no term twice', () => {
    const read = lexicon.safeParse({ name: 'Test', version: '1', terms: [term, { ...term, term: ' NỢ' }] });
    expect(read.error?.issues).toEqual([
      expect.objectContaining({ path: ['terms', 1, 'term'], message: '“NỢ” is in it twice: keep one.' }),
    ]);
  });

  it('has terms that differ by their signs alone', () => {
    expect(lexicon.safeParse({ name: 'Test', version: '1', terms: [term, { ...term, term: 'nó' }] }).success).toBe(
      true,
    );
  });

  it('says of a form what is wrong with it', () => {
    const read = lexicon.safeParse({ name: 'Test', version: '1', terms: [{ ...term, forms: ['n*'] }] });
    expect(read.error?.issues).toEqual([
      expect.objectContaining({ path: ['terms', 0, 'forms', 0], message: 'Write at least 3 letters before “*”.' }),
    ]);
  });
});
