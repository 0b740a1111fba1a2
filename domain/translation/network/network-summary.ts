import type { ContactNetwork, Tie } from './contact-network';
import type { FirstContact } from './first-contact';

/** Stands in everything that is said of a network. */
export const NETWORK_CAVEAT =
  'A handset is not a person: who held it, and who wrote under a name, is not shown by the messages and has to be proved.';

export interface SummaryOf {
  readonly network: ContactNetwork;
  /** Sentences, the most central person’s first. */
  readonly central: readonly string[];
  readonly firstContacts: readonly FirstContact[];
  /** What the messages are of, as “exhibit JDS/4 of operation OP-2026-014”. */
  readonly source: string;
  /** What a person is called. */
  readonly labelOf: (id: string) => string;
  /** Of the days and hours, as people call it. */
  readonly timeZone?: string;
  /** How many of the ties are told. */
  readonly ties?: number;
}

/** A contact network in words, for an intelligence product: who, when, how often, and what is not known. */
export function networkSummary({
  network,
  central,
  firstContacts,
  source,
  labelOf,
  timeZone = 'UTC',
  ties = 10,
}: SummaryOf): string {
  const told = network.ties.slice(0, ties);
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['Contact network', [`From the messages of ${source}. Days and hours are in ${timeZone}.`, NETWORK_CAVEAT]],
    ['Who', who(network)],
    [
      `Who wrote to whom${told.length < network.ties.length ? ` (${told.length} of ${count(network.ties.length, 'pair')})` : ''}`,
      told.length > 0
        ? told.map((tie) => tieLine(tie, labelOf))
        : ['No two parties are known to have written to each other.'],
    ],
    ['At the centre', central.length > 0 ? central : ['Nobody: there are no contacts.']],
    [
      'First contact between suspects and potential victims',
      firstContacts.length > 0
        ? firstContacts.map((contact) => contactLine(contact, labelOf))
        : ['Nobody who was named as a suspect has a message to or from somebody who was named as a potential victim.'],
    ],
    ['What is not known', unknown(network)],
  ];
  return parts
    .map(([title, lines]) => `${title.toUpperCase()}\n${lines.map((line) => `- ${line}\n`).join('')}`)
    .join('\n');
}

function who({ people, messages, ties }: ContactNetwork): readonly string[] {
  const first = people.flatMap((person) => person.first ?? []).sort()[0];
  const last = people
    .flatMap((person) => person.last ?? [])
    .sort()
    .at(-1);
  return [
    `${count(messages, 'message')} between ${count(people.length, 'party', 'parties')}, of whom ${count(ties.length, 'pair')} wrote to each other or one to the other.`,
    first === undefined || last === undefined
      ? 'No time of a message can be read.'
      : `The first message is of ${moment(first)}, the last of ${moment(last)}.`,
  ];
}

function tieLine(
  { between: [one, other], messages, sent, first, last, byHour, byMonth }: Tie,
  labelOf: Naming,
): string {
  const when =
    first === null || last === null
      ? 'at times that cannot be read'
      : first.slice(0, 10) === last.slice(0, 10)
        ? `on ${day(first)}`
        : `from ${day(first)} to ${day(last)}`;
  const busiest = Math.max(0, ...byHour);
  const hour = byHour.indexOf(busiest);
  const [month] = Object.entries(byMonth).sort(([, few], [, many]) => many - few);
  return [
    `${labelOf(one)} and ${labelOf(other)}: ${count(messages, 'message')} ${when}`,
    `; ${number(sent[0])} from ${labelOf(one)}, ${number(sent[1])} from ${labelOf(other)}`,
    busiest > 0 ? `; most often between ${clock(hour)} and ${clock((hour + 1) % 24)}` : '',
    month === undefined ? '' : `; busiest month ${month[0]} (${number(month[1])})`,
    '.',
  ].join('');
}

function contactLine(contact: FirstContact, labelOf: Naming): string {
  const suspect = `${labelOf(contact.suspect)} (suspect)`;
  const victim = `${labelOf(contact.potentialVictim)} (potential victim)`;
  const began = { suspect: [suspect, victim], 'potential victim': [victim, suspect], both: [suspect, victim] } as const;
  const [from, to] = began[contact.began];
  const isFromSuspect = contact.began !== 'potential victim';
  const first = isFromSuspect ? contact.firstFromSuspect : contact.firstFromVictim;
  const answer = isFromSuspect ? contact.firstFromVictim : contact.firstFromSuspect;
  const [longest] = contact.silences;
  return [
    `${from} wrote first to ${to}, on ${moment(first ?? contact.last)}`,
    answer === null ? '; there is no answer in the extract' : `; the first answer is of ${moment(answer)}`,
    `; ${number(contact.fromSuspect)} from the suspect, ${number(contact.fromVictim)} from the potential victim, on ${count(contact.days, 'day')}, the last on ${moment(contact.last)}`,
    contact.daysUntilDaily === null
      ? '; contact never became daily'
      : `; contact became daily after ${count(contact.daysUntilDaily, 'day')}`,
    longest === undefined
      ? ''
      : `; ${count(contact.silences.length, 'silence')}, the longest of ${count(longest.days, 'day')} between ${day(longest.from)} and ${day(longest.until)}`,
    '.',
  ].join('');
}

function unknown({ unattributed, toThemselves, people }: ContactNetwork): readonly string[] {
  const timeless = people.filter(({ first }) => first === null).length;
  return [
    ...(unattributed > 0
      ? [`Of ${count(unattributed, 'message')} the sender or the recipient is not known: they are in no pair above.`]
      : []),
    ...(toThemselves > 0 ? [`${count(toThemselves, 'message')} went to the sender’s own name.`] : []),
    ...(timeless > 0 ? [`Of ${count(timeless, 'party', 'parties')} no message has a time that can be read.`] : []),
    'What is not in the extract: deleted messages, calls, other handsets and applications, and meetings.',
    'Whether two names are one person, unless they have one number; and whether one name is several people.',
    'When contact began, if it began elsewhere or before the extract’s first message.',
  ];
}

type Naming = (id: string) => string;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const day = (written: string) =>
  `${Number(written.slice(8, 10))} ${MONTHS[Number(written.slice(5, 7)) - 1] ?? ''} ${written.slice(0, 4)}`;
const moment = (written: string) => `${day(written)} at ${written.slice(11, 16)} UTC`;
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
const number = (value: number) => value.toLocaleString('en-GB');
const count = (value: number, one: string, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;
