import { foldedWords } from './fold-letters';

describe('words in small Latin letters', () => {
  it.each([
    ['Łódź', ['lodz']],
    ['Đừng nói', ['dung', 'noi']],
    ['ŞTERGE Ștergeţi', ['sterge', 'stergeti']],
    ['Обявата', ['obyavata']],
    ['щъй', ['shtai']],
    ['straße Œuvre', ['strasse', 'oeuvre']],
    ["don't", ['don', 't']],
    ['a\u200db\u00adc', ['abc']],
    ['𝗡𝗘𝗪 ①', ['new', '1']],
    ['50font 4akam 6te 2nite', ['50', 'font', '4akam', '6te', '2', 'nite']],
    ['B6 ni6to', ['b6', 'ni6to']],
    ['\u0301 😂', []],
    ['电话', ['电话']],
  ])('folds %j', (text, words) => {
    expect(foldedWords(text).map(({ folded }) => folded)).toEqual(words);
  });

  it('tells where they stand in UTF-16 units', () => {
    expect(foldedWords('😂 u\u0301t, 𝗡𝗘𝗪!')).toEqual([
      { folded: 'ut', start: 3, end: 6 },
      { folded: 'new', start: 8, end: 14 },
    ]);
  });
});
