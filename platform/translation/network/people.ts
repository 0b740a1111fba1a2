import { marksOf } from '../../../domain/deconfliction/marks';

/** One party of an extract, under all names that the extract has for them. A handset or account, not a person. */
export interface Party {
  /** The same whatever else is in the extract, where a number is known. */
  readonly id: string;
  /** For people: the name that the extract has most often, and the numbers. */
  readonly label: string;
  readonly names: readonly string[];
  /** E.164 where they could be read. */
  readonly numbers: readonly string[];
  /** All ways in which the extract writes them. */
  readonly written: readonly string[];
}

export interface Parties {
  /** In the order of their identifiers. */
  readonly parties: readonly Party[];
  /** Identifier of the party that is written so; what is not in the extract is its own identifier. */
  readonly idOf: (written: string) => string;
}

/**
 * Brings together what an extract calls one party by several names: “+36301234567 Kati”, the number alone, and “Kati”. Numbers
 * are compared in E.164 (see `marksOf`); a number without its country is that of the one number in the extract that it can be.
 * A name alone is a number’s where the extract has that name for one number only: two numbers called Kati stay two, and “Kati”
 * alone a third.
 *
 * @param written each name of a sender or recipient, once or more
 */
export function partiesOf(written: readonly string[]): Parties {
  const uses = new Map<string, number>();
  for (const one of written) uses.set(one, (uses.get(one) ?? 0) + 1);
  const read = [...uses.keys()].sort().map((text) => ({ text, ...readParty(text) }));
  const certain = new Set(read.flatMap(({ marks }) => (marks.length === 1 ? marks : [])));
  const numbered = read.map((one) => ({ ...one, number: numberOf(one.marks, certain) }));
  const holders = new Map<string, Set<string>>();
  for (const { name, number } of numbered)
    if (name !== '' && number !== null) holders.set(name, (holders.get(name) ?? new Set<string>()).add(number));
  const ids = new Map<string, string>();
  const groups = new Map<string, Numbered[]>();
  for (const one of numbered) {
    const [only, ...others] = holders.get(one.name) ?? [];
    const id = one.number ?? (only !== undefined && others.length === 0 ? only : `name:${one.name}`);
    ids.set(one.text, id);
    groups.set(id, [...(groups.get(id) ?? []), one]);
  }
  return {
    parties: [...groups]
      .map(([id, group]) => partyOf(id, group, uses))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
    idOf: (text) => ids.get(text) ?? text,
  };
}

interface Numbered {
  readonly text: string;
  /** For comparison; empty where there is none. */
  readonly name: string;
  readonly shownName: string;
  readonly number: string | null;
}

/** Addresses of WhatsApp, which hold the number without its plus. */
const WHATSAPP = /(?<![\d+])(\d{7,15})@(?:s\.whatsapp\.net|c\.us)/i;
/** Seven digits and more, in groups; not a part of an address, an account or a group of WhatsApp. */
const NUMBER = /(?<![\p{L}\p{N}_@.+-])(?:\+|00)?\(?\d(?:[\s()./-]{0,2}\d){6,14}(?![\p{L}\p{N}_@-])/u;

function readParty(text: string): {
  readonly marks: readonly string[];
  readonly name: string;
  readonly shownName: string;
} {
  const plain = text.normalize('NFKC');
  const address = WHATSAPP.exec(plain);
  const found = address ?? NUMBER.exec(plain);
  const marks = found === null ? [] : marksOf('phone', address === null ? found[0] : `+${address[1] ?? ''}`);
  const rest = found === null ? plain : plain.replace(found[0], ' ');
  const shownName = rest
    .replaceAll(/[<>()[\]"“”]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^[-–:,;]\s*|\s*[-–:,;]$/g, '');
  return { marks, name: shownName.toLowerCase(), shownName };
}

/** The number in the extract that is meant; where that is not certain, all that it can be, together. */
function numberOf(marks: readonly string[], certain: ReadonlySet<string>): string | null {
  if (marks.length === 0) return null;
  const known = marks.filter((mark) => certain.has(mark));
  return known.length === 1 ? (known[0] as string) : [...marks].sort().join(' or ');
}

function partyOf(id: string, group: readonly Numbered[], uses: ReadonlyMap<string, number>): Party {
  const counts = new Map<string, number>();
  for (const { shownName, text } of group)
    if (shownName !== '') counts.set(shownName, (counts.get(shownName) ?? 0) + (uses.get(text) ?? 0));
  const names = [...counts].sort(([a, few], [b, many]) => many - few || (a < b ? -1 : 1)).map(([name]) => name);
  const numbers = id.startsWith('phone:') ? id.split(' or ').map((mark) => mark.slice('phone:'.length)) : [];
  const shown = numbers.join(' or ');
  const label = names[0] === undefined ? shown || id : shown === '' ? names[0] : `${names[0]} (${shown})`;
  return { id, label, names, numbers, written: group.map(({ text }) => text) };
}
