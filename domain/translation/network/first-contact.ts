/** How many messages one person sent another on one day. Times are RFC 3339 in UTC, to the second. */
export interface DayCount {
  readonly sender: string;
  readonly recipient: string;
  /** As `2026-03-01`. */
  readonly day: string;
  readonly messages: number;
  readonly first: string;
  readonly last: string;
}

export interface Gap {
  /** Days of the messages before and after it. */
  readonly from: string;
  readonly until: string;
  /** Whole days between them without a message. */
  readonly days: number;
}

/** How contact between a suspect and a potential victim began and went on. */
export interface FirstContact {
  readonly suspect: string;
  readonly potentialVictim: string;
  /** Null where there is none that way. */
  readonly firstFromSuspect: string | null;
  readonly firstFromVictim: string | null;
  /** Who wrote first in this extract; `both` where both did in the same second. */
  readonly began: 'suspect' | 'potential victim' | 'both';
  readonly fromSuspect: number;
  readonly fromVictim: number;
  readonly last: string;
  /** Days on which there is a message. */
  readonly days: number;
  /** Days from the first message to the first of so many days running with one; null where there are none. */
  readonly daysUntilDaily: number | null;
  /** Longest first. */
  readonly silences: readonly Gap[];
}

export interface FirstContactOptions {
  /** Days running with a message that make contact daily. [P] */
  readonly dailyRun?: number;
  /** Whole days without a message that make a silence. [P] */
  readonly silence?: number;
}

/**
 * The first contacts between suspects and potential victims, earliest first: one for each two of them between whom there is
 * a message. Days are as the counts have them, in one time zone.
 */
export function firstContacts(
  suspects: readonly string[],
  potentialVictims: readonly string[],
  counts: readonly DayCount[],
  { dailyRun = 7, silence = 14 }: FirstContactOptions = {},
): readonly FirstContact[] {
  const between = new Map<string, DayCount[]>();
  for (const count of counts) {
    const key = JSON.stringify([count.sender, count.recipient]);
    between.set(key, [...(between.get(key) ?? []), count]);
  }
  const sentBy = (sender: string, recipient: string) => between.get(JSON.stringify([sender, recipient])) ?? [];
  return [...new Set(suspects)]
    .flatMap((suspect) =>
      [...new Set(potentialVictims)]
        .filter((victim) => victim !== suspect)
        .flatMap((victim) => contact(suspect, victim, sentBy(suspect, victim), sentBy(victim, suspect))),
    )
    .map(({ contact: known, days }) => ({
      ...known,
      days: days.length,
      daysUntilDaily: untilDaily(days, dailyRun),
      silences: silences(days, silence),
    }))
    .sort((one, other) => byText(begin(one), begin(other)) || byText(names(one), names(other)));
}

type Contact = Omit<FirstContact, 'days' | 'daysUntilDaily' | 'silences'>;

function contact(
  suspect: string,
  potentialVictim: string,
  out: readonly DayCount[],
  back: readonly DayCount[],
): readonly { readonly contact: Contact; readonly days: readonly string[] }[] {
  const all = [...out, ...back];
  const last = all
    .map((count) => count.last)
    .sort()
    .at(-1);
  if (last === undefined) return [];
  const firstFromSuspect = out.map(({ first }) => first).sort()[0] ?? null;
  const firstFromVictim = back.map(({ first }) => first).sort()[0] ?? null;
  return [
    {
      contact: {
        suspect,
        potentialVictim,
        firstFromSuspect,
        firstFromVictim,
        began: beganBy(firstFromSuspect, firstFromVictim),
        fromSuspect: sum(out),
        fromVictim: sum(back),
        last,
      },
      days: [...new Set(all.map(({ day }) => day))].sort(),
    },
  ];
}

function beganBy(suspect: string | null, victim: string | null): FirstContact['began'] {
  if (suspect === victim) return 'both';
  if (victim === null || (suspect !== null && suspect < victim)) return 'suspect';
  return 'potential victim';
}

function untilDaily(days: readonly string[], run: number): number | null {
  const first = days[0];
  const begun = days.find((day, at) => {
    const lastOfRun = days[at + run - 1];
    return lastOfRun !== undefined && daysBetween(day, lastOfRun) === run - 1;
  });
  return first === undefined || begun === undefined ? null : daysBetween(first, begun);
}

function silences(days: readonly string[], atLeast: number): readonly Gap[] {
  return days
    .slice(1)
    .map((until, at) => {
      const from = days[at] as string;
      return { from, until, days: daysBetween(from, until) - 1 };
    })
    .filter((gap) => gap.days >= atLeast)
    .sort((one, other) => other.days - one.days || byText(one.from, other.from));
}

const DAY = 86_400_000;
const daysBetween = (from: string, until: string) => (Date.parse(until) - Date.parse(from)) / DAY;
const sum = (counts: readonly DayCount[]) => counts.reduce((total, { messages }) => total + messages, 0);
const begin = ({ firstFromSuspect, firstFromVictim, last }: FirstContact) =>
  [firstFromSuspect, firstFromVictim].filter((first) => first !== null).sort()[0] ?? last;
const names = ({ suspect, potentialVictim }: FirstContact) => JSON.stringify([suspect, potentialVictim]);
const byText = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
