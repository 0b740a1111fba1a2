import type { Random } from '../random';
import { BULGARIAN, ENGLISH, HUNGARIAN, ROMANIAN, type Names } from '../names';
import { latin } from '../force-data/people';
import { FROM, UNTIL } from './clock';
import { phoneOf, phoneShown, UK_FICTION } from './slots';
import type { Role } from './themes';
import type { Tongue } from './tongues/tongue';

/** Whose phone it is. */
export const OWNER = { name: 'Owner', phone: `+${UK_FICTION}` };

/** Somebody whom the owner of the phone writes with, and their thread. */
export interface Contact {
  /** E.164. */
  readonly phone: string;
  /** As the phone has it; absent where it has the number alone. */
  readonly name: string | undefined;
  /** The name, or the number as a phone shows it. */
  readonly shown: string;
  readonly role: Role;
  readonly language: Tongue['code'];
  readonly messages: number;
  /** Of the first and the last message at the most. */
  readonly from: number;
  readonly until: number;
  readonly app: 'WhatsApp' | 'SMS' | 'Viber' | 'Facebook Messenger';
  /** How many of their messages are typed without signs, of one. */
  readonly haste: number;
}

/** What share of the threads' messages is in each language. */
const SHARES: readonly (readonly [language: Tongue['code'], share: number])[] = [
  ['hu', 0.635],
  ['ro', 0.165],
  ['en', 0.175],
  ['bg', 0.025],
];
/** Roles in turn, those who write most first. */
const ROLES_IN_TURN: Readonly<Record<Tongue['code'], readonly Role[]>> = {
  hu: ['family', 'associate', 'friend', 'potential-victim', 'family', 'friend', 'potential-victim', 'friend', 'family'],
  ro: ['friend', 'associate', 'potential-victim', 'family', 'friend'],
  en: ['friend', 'client', 'friend', 'client', 'friend', 'client', 'client'],
  bg: ['friend', 'associate'],
};
const NAMES: Readonly<Record<Tongue['code'], Names>> = { hu: HUNGARIAN, ro: ROMANIAN, en: ENGLISH, bg: BULGARIAN };
/** Surnames of those who were sentenced in the operation that the case is modelled on: nobody here has them. */
const NOT_THESE = new Set(['Lakatos', 'Bogdán', 'Bogdan', 'László', 'Varga', 'Rezmuves']);

/** Contacts with messages as people have them: few have most, by rank n with the weight (n + 3)^-1.1. */
export function inventedContacts(messages: number, random: Random): readonly Contact[] {
  if (messages === 0) return [];
  const count = Math.min(messages, random.whole(40, 120));
  const weights = Array.from({ length: count }, (_, rank) => (rank + 3) ** -1.1);
  const sum = weights.reduce((all, one) => all + one, 0);
  const counts = weights.map((weight) => 1 + Math.floor((weight / sum) * (messages - count)));
  counts[0] = (counts[0] as number) + messages - counts.reduce((all, one) => all + one, 0);
  const taken = new Set<string>([OWNER.name, OWNER.phone]);
  const languages = inTurn(counts, messages);
  const nth = new Map<string, number>();
  return counts.map((own, rank) => {
    const language = languages[rank] as Tongue['code'];
    const turn = nth.get(language) ?? 0;
    nth.set(language, turn + 1);
    const roles = ROLES_IN_TURN[language];
    return invented(own, language, roles[turn % roles.length] as Role, random, taken);
  });
}

/** Each contact, the busiest first, gets the language that lacks most. */
function inTurn(counts: readonly number[], messages: number): readonly Tongue['code'][] {
  const lacking = new Map(SHARES.map(([language, share]) => [language, share * messages]));
  return counts.map((own) => {
    const [language] = [...lacking].reduce((most, one) => (one[1] > most[1] ? one : most));
    lacking.set(language, (lacking.get(language) as number) - own);
    return language;
  });
}

function invented(messages: number, language: Tongue['code'], role: Role, random: Random, taken: Set<string>): Contact {
  const country = language === 'en' ? 'uk' : role !== 'potential-victim' && random.chance(0.4) ? 'uk' : language;
  const phone = untaken(() => phoneOf[country](random), taken);
  const isSaved = random.chance(role === 'client' ? 0.3 : 0.85);
  const name = isSaved ? untaken(() => savedName(language, role, random), taken) : undefined;
  const [from, until] = period(role, random);
  return {
    phone,
    name,
    shown: name ?? phoneShown(phone),
    role,
    language,
    messages,
    from,
    until,
    app: random.pick(['WhatsApp', 'WhatsApp', 'WhatsApp', 'SMS', 'Viber', 'Facebook Messenger']),
    haste: random.pick([0.05, 0.1, 0.3, 0.5, 0.7]),
  };
}

function untaken(draw: () => string, taken: Set<string>): string {
  for (;;) {
    const one = draw();
    if (taken.has(one)) continue;
    taken.add(one);
    return one;
  }
}

function savedName(language: Tongue['code'], role: Role, random: Random): string {
  const names = NAMES[language];
  const isWoman = role === 'potential-victim' || random.chance(0.4);
  const given = random.pick(isWoman ? names.women : names.men);
  const family = random.pick(names.surnames.filter((one) => !NOT_THESE.has(one)));
  const surname = language === 'bg' && isWoman ? `${family}а` : family;
  const full = random.pick([
    language === 'hu' ? `${surname} ${given}` : `${given} ${surname}`,
    `${given} ${random.pick(['Norwich', 'új', 'uk', 'tel', 'munka'])}`,
    `${given} ${surname.slice(0, 1)}`,
  ]);
  return random.chance(0.5) ? latin(full) : full;
}

function period(role: Role, random: Random): readonly [from: number, until: number] {
  const at = (share: number) => Math.floor(FROM + share * (UNTIL - FROM));
  if (role === 'potential-victim') {
    const first = random.between(0.01, 0.75);
    return [at(first), at(Math.min(1, first + random.between(0.2, 0.6)))];
  }
  if (role === 'client') {
    const first = random.between(0, 0.8);
    return [at(first), at(first + random.between(0.02, 0.2))];
  }
  return [at(random.between(0, role === 'family' ? 0.01 : 0.08)), at(1)];
}
