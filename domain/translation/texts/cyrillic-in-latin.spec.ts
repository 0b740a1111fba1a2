import { inLatin } from './cyrillic-in-latin';

it('types a word the official way first', () => {
  expect(inLatin('чакам', 'bg')[0]).toBe('chakam');
  expect(inLatin('щастие', 'bg')[0]).toBe('shtastie');
  expect(inLatin('привет', 'ru')[0]).toBe('privet');
  expect(inLatin('дякую', 'uk')[0]).toBe('dyakuyu');
});

it('types it also as phones do', () => {
  expect(inLatin('ще', 'bg')).toEqual(expect.arrayContaining(['shte', '6te']));
  expect(inLatin('няма', 'bg')).toEqual(expect.arrayContaining(['nyama', 'niama', 'nqma']));
  expect(inLatin('път', 'bg')).toEqual(['pat', 'put', 'pyt']);
  expect(inLatin('чао', 'bg')).toContain('4ao');
});

it('keeps how many ways there are within bounds', () => {
  expect(inLatin('счетоводителшчжщъюя', 'bg').length).toBeLessThanOrEqual(48);
});
