import type { DateFormat } from '../../domain/profiles/dates';
import type { Mapping } from '../../domain/profiles/mapping.schema';
import { cellOf, wordReaders } from '../../domain/profiles/read-row';
import { Answers, type Answer } from './answers';
import { escaped, NULL } from '../database/copy-in';

/** What is written for cells that a mapping gives a meaning; none where a row is rejected for it. Dates rank as they follow, absent ones first. */
export interface WordAnswers {
  readonly kinds: Answers;
  readonly roles: Answers;
  readonly sexes: Answers;
  /** Its code and, where it has none, what was written: their columns stand next to each other. */
  readonly offences: Answers;
  readonly dates: Answers;
}

export function wordAnswers(mapping: Mapping): WordAnswers {
  const words = wordReaders(mapping);
  return {
    kinds: new Answers((cell) => answered(words.kind(cellOf(cell))), 256, 7),
    roles: new Answers((cell) => answered(words.role(cellOf(cell))), 256, 7),
    sexes: new Answers((cell) => orNull(cellOf(cell), words.sex), 256, 7),
    offences: new Answers((cell) => offenceAnswer(cellOf(cell), words.offence), 4_096, 8),
    dates: datesBy(mapping.dates, words.date),
  };
}

const answered = (written: string | undefined): Answer | undefined =>
  written === undefined ? undefined : { written, rank: 0 };

const orNull = (cell: string | undefined, read: (cell: string) => string | undefined): Answer => ({
  written: escaped(cell === undefined ? undefined : read(cell)),
  rank: 0,
});

function offenceAnswer(cell: string | undefined, read: (cell: string) => string | undefined): Answer {
  const code = cell === undefined ? undefined : read(cell);
  return { written: `${escaped(code)}\t${escaped(code === undefined ? cell : undefined)}`, rank: 0 };
}

/** Files have mostly the same dates: by their format, they are remembered for the next file. */
const knownDates = new Map<DateFormat, Answers>();

function datesBy(format: DateFormat, read: (cell: string) => string | undefined): Answers {
  const known = knownDates.get(format);
  if (known?.hasRoom() === true) return known;
  const anew = new Answers((cell) => dateAnswer(cellOf(cell), read), 65_536, 5);
  knownDates.set(format, anew);
  return anew;
}

function dateAnswer(cell: string | undefined, read: (cell: string) => string | undefined): Answer | undefined {
  if (cell === undefined) return { written: NULL, rank: 0 };
  const date = read(cell);
  return date === undefined ? undefined : { written: date, rank: rankOf(date) };
}

/** Dates compare as these do. */
export const rankOf = (date: string) => Number(date.replaceAll('-', ''));
