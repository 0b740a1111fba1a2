import { seenBy, type Placing, type Seeing } from '../../../platform/access/seen';

/** Whether a supervisor sees an operation that something names. */
export const sees = (reader: Seeing, place: Placing, reference: string) =>
  `EXISTS (SELECT FROM operation o WHERE o.reference = ${reference} AND ${seenBy(reader, place, 'o')})`;

/**
 * The rows `l` that a supervisor sees: of people of their force, and of operations that they see. Row-level security holds the
 * same from what the transaction says.
 */
export const supervised = (reader: Seeing, place: Placing) =>
  `(l.force = ANY (${place(reader.remit.forces)}) OR ${sees(reader, place, 'l.operation')})`;
