import fc from 'fast-check';
import { nameForms } from './names';
import { namesAgree } from './names-agree';

const agree = (one: string, other: string) =>
  nameForms(one).some((form) => nameForms(other).some((another) => namesAgree(form, another) === 'equal'));

describe('the forms of a name', () => {
  it.each([
    ['Łukasz Wałęsa', 'lukasz walesa'],
    ['Nguyễn Văn Đức', 'nguyen van duc'],
    ['Ștefan ŢURCANU', 'stefan turcanu'],
    ["Mr. Seán O'Brien-Smith", 'sean obrien smith'],
    ['Първан Щерев', 'parvan shcherev'],
    ['Gjergj Çela', 'gjergj cela'],
  ])('of %s begin with %s', (written, plain) => {
    expect(nameForms(written)[0]).toBe(plain);
  });

  it.each([
    ['Петър Георгиев', 'Georgiev Petar'],
    ['Йордан Христов', 'Jordan Hristoff'],
    ['Йордан Христов', 'Yordan Khristov'],
    ['Цветан Живков', 'Tsvetan Jivkov'.replace('J', 'Zh')],
    ['Цветан Живков', 'Cvetan Živkov'],
    ['Щерю Първанов', 'Shteryu Parvanov'],
    ['Kovács Zsófia', 'Zsofia KOVACS'],
    ['Nguyễn Thị Hạnh', 'Nguyen Thi Hanh'],
    ['Юлия Желязкова', 'Iuliia Zheliazkova'],
  ])('bring %s and %s together', (one, other) => {
    expect(agree(one, other)).toBe(true);
  });

  it.each([
    ['Ivan Petrov', 'Petar Ivanov'],
    ['Maria Popescu', 'Mihai Popescu'],
  ])('keep %s and %s apart', (one, other) => {
    expect(agree(one, other)).toBe(false);
  });

  it.each([' 12 - Mr ', 'Unknown male', 'Name withheld (young man)'])('are none of %s', (written) => {
    expect(nameForms(written)).toEqual([]);
  });

  it('hold the plain form of themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const [plain] = nameForms(written);
        if (plain !== undefined) expect(nameForms(plain)[0]).toBe(plain);
      }),
    );
  });
});

describe('how names agree', () => {
  it.each([
    ['anna nowak', 'nowak anna', 'equal'],
    ['nguyen van an', 'nguyen an', 'shorter'],
    ['petar georgiev', 'petar goergiev', 'misspelt'],
    ['j smith', 'john smith', 'misspelt'],
    ['john smith', 'smith', 'one-word'],
    ['john smith', 'james smith', 'in-part'],
    ['john smith', 'mary jones', 'contradict'],
    ['an', 'am', 'contradict'],
  ] as const)('%s and %s: %s', (one, other, how) => {
    expect(namesAgree(one, other)).toBe(how);
    expect(namesAgree(other, one)).toBe(how);
  });
});
