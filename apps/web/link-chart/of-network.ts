import type { ContactNetworkAnswer } from '../../api/translations/findings.schema';
import type { Chart, ChartNode } from './chart';

/** The link chart of who wrote to whom on a translated phone. Whoever is a subject of the operation is drawn as that subject. */
export function chartOfNetwork(
  { people, ties }: Pick<ContactNetworkAnswer, 'people' | 'ties'>,
  subjects: ReadonlyMap<string, ChartNode>,
): Chart {
  // The places of the parties stand for their identifiers, which are numbers and names.
  const idOf = new Map(people.map(({ id, subject }, place) => [id, subject ?? `C${place + 1}`]));
  const nodes = new Map<string, ChartNode>();
  for (const { id, label, names, numbers, sent, received, first, subject } of people) {
    const own = subject === null ? undefined : subjects.get(subject);
    const node = idOf.get(id) as string;
    const wrote = `${count(sent, 'message')} sent, ${received.toLocaleString('en-GB')} received`;
    const others = [...names, ...numbers].filter((one) => one !== label).map((one) => `also ${one}`);
    const known = nodes.get(node);
    if (known) nodes.set(node, { ...known, notes: [...known.notes, label, wrote] });
    else
      nodes.set(node, {
        id: node,
        kind: own?.kind ?? 'phone',
        label: own?.label ?? label,
        what: own?.what ?? 'contact',
        notes: own ? [label, wrote] : [...others, wrote],
        since: first,
        href: own?.href ?? null,
      });
  }
  const links = ties.flatMap(({ between: [one = '', other = ''], messages, sent, first, last }, place) => {
    const [from, to] = [idOf.get(one), idOf.get(other)];
    if (from === undefined || to === undefined || from === to) return [];
    const source = `${(sent[0] ?? 0).toLocaleString('en-GB')} one way, ${(sent[1] ?? 0).toLocaleString('en-GB')} the other`;
    const says = `exchanged ${count(messages, 'message')} with`;
    const short = messages.toLocaleString('en-GB');
    const of = { id: `Z${place + 1}`, from, to, says, short, directed: false };
    return [{ ...of, grade: null, first, last, weight: messages, source }];
  });
  return { nodes: [...nodes.values()], links };
}

const count = (number: number, what: string) => `${number.toLocaleString('en-GB')} ${what}${number === 1 ? '' : 's'}`;
