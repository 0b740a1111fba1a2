import Papa from 'papaparse';
import type { ContactNetwork } from '../../../domain/translation/network/contact-network';
import { withoutFormula } from '../../text/formula';
import { legalCharacters } from '../../text/legal-characters';
import type { CentralPerson } from './central';

/** Two tables of CSV (RFC 4180), as tools that draw networks take them. */
export interface NetworkCsv {
  readonly nodes: string;
  readonly edges: string;
}

/**
 * A contact network as CSV: a node for each party, an edge for each direction in which there are messages. No spreadsheet runs a
 * cell of it.
 *
 * @param central measures of as many people as are known; the others have none
 */
export function networkCsv(
  { people, ties }: ContactNetwork,
  central: readonly CentralPerson[],
  labelOf: (id: string) => string = (id) => id,
): NetworkCsv {
  const measures = new Map(central.map((person) => [person.id, person]));
  return {
    nodes: table(
      ['id', 'label', 'sent', 'received', 'contacts', 'first', 'last', 'messages_with_contacts', 'betweenness'],
      people.map(({ id, sent, received, contacts, first, last }) => {
        const measured = measures.get(id);
        return [
          id,
          labelOf(id),
          sent,
          received,
          contacts,
          first,
          last,
          measured?.weightedDegree ?? null,
          measured?.betweenness ?? null,
        ];
      }),
    ),
    edges: table(
      ['source', 'target', 'messages', 'tie_messages', 'tie_reciprocity', 'tie_first', 'tie_last'],
      ties.flatMap(({ between: [one, other], sent, messages, reciprocity, first, last }) =>
        (
          [
            [one, other, sent[0]],
            [other, one, sent[1]],
          ] as const
        )
          .filter(([, , count]) => count > 0)
          .map((edge) => [...edge, messages, Math.round(reciprocity * 1_000) / 1_000, first, last]),
      ),
    ),
  };
}

type Cell = string | number | null;

const table = (titles: readonly string[], rows: readonly (readonly Cell[])[]) =>
  `${Papa.unparse(
    [titles, ...rows].map((cells) =>
      cells.map((cell) => (typeof cell === 'string' ? withoutFormula(legalCharacters(cell)) : cell)),
    ),
    { newline: '\r\n' },
  )}\r\n`;
