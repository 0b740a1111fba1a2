import type { Mapping } from '../../domain/profiles/mapping.schema';
import { beginOf, endOf, UNSURE } from './edges';

const SPACE = 32;
const COMMA = 44;

/**
 * Parts a whole name as `rowReader` does, in bytes.
 *
 * @param spans where it begins and ends at `name`; where its parts do is put at `given` and `surname`
 * @returns false where it is not sure what parts it
 */
export function nameParts(
  bytes: Uint8Array,
  spans: Int32Array,
  name: number,
  given: number,
  surname: number,
  order: Mapping['nameOrder'],
): boolean {
  const start = spans[name] as number;
  const end = spans[name + 1] as number;
  let [first, last] = [-1, -1];
  let isSure = true;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte === COMMA) {
      spans[given] = beginOf(bytes, at + 1, end);
      spans[given + 1] = end;
      spans[surname] = start;
      spans[surname + 1] = endOf(bytes, start, at);
      return (spans[given] as number) >= 0 && (spans[surname + 1] as number) >= 0;
    }
    if (UNSURE[byte] === 1) isSure = false;
    else if (byte === SPACE) {
      if (last === at - 1 && last >= 0) isSure = false;
      if (first < 0) first = at;
      last = at;
    }
  }
  const [givenFrom, givenTo, surnameFrom, surnameTo] =
    first < 0
      ? [start, start, start, end]
      : order === 'surname-first'
        ? [first + 1, end, start, first]
        : [start, last, last + 1, end];
  spans[given] = givenFrom;
  spans[given + 1] = givenTo;
  spans[surname] = surnameFrom;
  spans[surname + 1] = surnameTo;
  return isSure;
}
