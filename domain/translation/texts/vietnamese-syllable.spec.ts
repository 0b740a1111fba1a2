import { VIETNAMESE } from './language-words/albanian-vietnamese';
import { fold } from './fold';
import { vietnameseSyllable } from './vietnamese-syllable';

/** What is no syllable but short for one. */
const SHORT = /^(?:k|j|z|dc|đc|r|vs|ntn|bn|iu|zậy|uh|um|oke|ok|hok|nail)$/;

it('takes every word of Vietnamese for one of its syllables', () => {
  const words = VIETNAMESE.trim()
    .split(/\s+/)
    .filter((word) => !SHORT.test(word));
  expect(words.filter((word) => vietnameseSyllable(fold(word)) === 'not')).toEqual([]);
});

it.each(['street', 'tomorrow', 'szia', 'unde', 'gdzie', 'work', 'jestes'])('takes no other word for one: %s', (word) =>
  expect(vietnameseSyllable(word)).toBe('not'),
);

it.each(['nghieng', 'khong', 'nguoi', 'duoc', 'thanh'])('knows what only looks Vietnamese: %s', (word) =>
  expect(vietnameseSyllable(word)).toBe('telling'),
);
