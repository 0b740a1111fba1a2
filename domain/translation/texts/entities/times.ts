import type { Finder } from '../entity';
import { eachMatch } from './each-match';

const FROM = '(?<![\\p{L}\\p{N}]|\\d[.:,/-])';
const MINUTE = '([0-5]\\d)';

const COLON = new RegExp(
  `${FROM}([01]?\\d|2[0-4]):${MINUTE}(?::[0-5]\\d)?(?: ?(am|pm)(?!\\p{L}))?(?!\\d|[:/.]\\d)`,
  'gu',
);
const HALF_DAY = new RegExp(`${FROM}(0?[1-9]|1[0-2])(?:[.:]${MINUTE})? ?(am|pm|a\\.m\\.|p\\.m\\.)(?!\\p{L})`, 'gu');
const H = new RegExp(`${FROM}([01]?\\d|2[0-3])[hч]${MINUTE}(?![\\p{L}\\p{N}])`, 'gu');
/** Words that only stand before or after an hour. */
const AFTER_WORD = new RegExp(
  `(?<=(?<!\\p{L})(?:ora|orele|oren|godz\\.?|godzinie|luc) )([01]?\\d|2[0-3])(?:[.:]${MINUTE})?(?![\\p{L}\\p{N}]|[.:/]\\d)`,
  'gu',
);
const BEFORE_WORD = new RegExp(
  `${FROM}([01]?\\d|2[0-3])(?:[.:]${MINUTE})?(?=-?(?:kor)(?!\\p{L})| ?(?:orakor|oratol|oraig|o'?clock|gio)(?!\\p{L}))`,
  'gu',
);
/** “at 8.30”: with words that stand before much else, only with minutes. */
const DOTTED = new RegExp(
  `(?<=(?<!\\p{L})(?:at|la|o|в|v|ne|do|od|от|до|till|until|by|from) )([01]?\\d|2[0-3])\\.${MINUTE}(?![\\p{L}\\p{N}]|[.,:/]\\d| ?%)`,
  'gu',
);
const BULGARIAN = /(?<=(?<!\p{L})(?:в|във|към|до|от|след) )([01]?\d|2[0-3])(?= ?(?:ч|часа)(?!\p{L}))/gu;

/** Times of day. What may as well be a duration (“8 h”, “8 óra”) is none. */
export const times: Finder = ({ folded, hasDigits }) => {
  if (!hasDigits) return [];
  const at = (pattern: RegExp) =>
    eachMatch('time', folded, pattern, ([, hour, minute, half]) => timeOf(Number(hour), Number(minute ?? 0), half));
  return [COLON, HALF_DAY, H, AFTER_WORD, BEFORE_WORD, DOTTED, BULGARIAN].flatMap(at);
};

function timeOf(hour: number, minute: number, half: string | undefined): string | undefined {
  if (half !== undefined && hour > 12) return `${hour}:${String(minute).padStart(2, '0')}`;
  const of24 = half === undefined ? hour % 24 : (hour % 12) + (half.startsWith('p') ? 12 : 0);
  return `${String(of24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
