import { isoDay } from '../words/times';
import { degreesOf, NODE_KINDS, type Chart, type NodeKind } from './chart';

/** What the kinds are called, of one and of several. */
export const KIND_WORDS: Readonly<Record<NodeKind, readonly [one: string, several: string]>> = {
  person: ['Person', 'People'],
  phone: ['Phone', 'Phones'],
  place: ['Place', 'Places'],
  vehicle: ['Vehicle', 'Vehicles'],
  money: ['Money', 'Money'],
  flight: ['Flight', 'Flights'],
  account: ['Account', 'Accounts and addresses online'],
  event: ['Event', 'Events'],
  thing: ['Thing', 'Other things'],
};

/** The kinds that a chart has, with how many there are of each. */
export function kindsOf({ nodes }: Chart) {
  return NODE_KINDS.flatMap((kind) => {
    const count = nodes.filter((node) => node.kind === kind).length;
    return count === 0 ? [] : [{ kind, text: KIND_WORDS[kind][1], count }];
  });
}

/** How much is shown, in words. */
export function countsOf(shown: Chart, near: Chart): string {
  const alone = shown.nodes.length - degreesOf(shown).size;
  const out = near.nodes.length - shown.nodes.length;
  return [
    `${counted(shown.nodes.length, 'on the chart')}, ${counted(shown.links.length, shown.links.length === 1 ? 'link' : 'links')}`,
    ...(alone > 0 ? [counted(alone, 'without a link')] : []),
    ...(out > 0 ? [counted(out, 'left out')] : []),
  ].join('; ');
}

const counted = (number: number, what: string) => `${number.toLocaleString('en-GB')} ${what}`;

/** The first and the last day of a chart; nothing where it is all of one day. */
export function daysOf({ nodes, links }: Chart): { readonly first: string; readonly last: string } | undefined {
  const days = [...links.flatMap(({ first, last }) => [first, last]), ...nodes.map(({ since }) => since)]
    .flatMap((moment) => (moment === null ? [] : [isoDay(moment)]))
    .sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined || first === last ? undefined : { first, last };
}
