import { commaList } from './comma-list';

describe('a list with commas', () => {
  const letters = commaList(['a', 'b', 'c'], 'letter');

  it('is what it names, each once, in its order', () => {
    expect(letters.parse('c')).toEqual(['c']);
    expect(letters.parse('b,a,b')).toEqual(['b', 'a']);
  });

  it('names nothing that there is none of, and is not empty', () => {
    const { error } = letters.safeParse('a,d,e');
    expect(error?.issues[0]?.message).toBe('There is no letter “d”, “e”.');
    for (const wrong of ['', ',', 'a,', ' a', 'toString']) expect(letters.safeParse(wrong).success).toBe(false);
  });
});
