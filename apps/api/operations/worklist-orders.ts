import { z } from 'zod';
import type { Placing } from '../../../platform/access/seen';
import { cursorCodec } from '../http/cursor';
import type { WorklistOrder, WorklistRow } from './worklist.schema';

/** One way to sort the worklist, which an index holds for each of the parts that somebody sees. */
export interface Order {
  /** ORDER BY, of the columns of `operation`. */
  readonly by: string;
  /** What an operation must have to be listed in this order. */
  readonly only?: string;
  /** The condition of what comes after the row that a page ended with. */
  after(cursor: string, place: Placing): string;
  /** The cursor of a page that ends with this row. */
  cursorOf(row: WorklistRow): string;
}

interface Kept<Place> {
  readonly by: string;
  readonly only?: string;
  /** What of a row says where it stands. */
  readonly place: z.ZodType<Place>;
  readonly placeOf: (row: WorklistRow) => Place;
  readonly after: (place: Place, placing: Placing) => string;
}

function order<Place>({ place, placeOf, after, ...rest }: Kept<Place>): Order {
  const codec = cursorCodec(place);
  return {
    ...rest,
    after: (cursor, placing) => after(codec.decode(cursor), placing),
    cursorOf: (row) => codec.encode(placeOf(row)),
  };
}

const moment = z.iso.datetime();
const reference = z.string().max(64);
/** What has not been submitted has waited for the shortest time. */
const SUBMITTED = `coalesce(submitted_at, 'infinity')`;

/** The orders, each total: the reference breaks ties. A cursor of one of them is none of another. */
export const ORDERS: Readonly<Record<WorklistOrder, Order>> = {
  changed: order({
    by: 'updated_at DESC, reference DESC',
    place: z.tuple([moment, reference]),
    placeOf: (row) => [row.updatedAt, row.reference],
    after: ([updatedAt, last], place) =>
      `(o.updated_at, o.reference) < (${place(updatedAt)}::timestamptz, ${place(last)})`,
  }),
  due: order({
    by: 'next_due_at, reference',
    only: 'o.next_due_at IS NOT NULL',
    place: z.tuple([z.literal('due'), moment, reference]),
    placeOf: (row) => ['due', row.nextDueAt as string, row.reference],
    after: ([, dueAt, last], place) => `(o.next_due_at, o.reference) > (${place(dueAt)}, ${place(last)})`,
  }),
  risk: order({
    by: `risk_order, ${SUBMITTED}, reference`,
    place: z.tuple([z.int().nullable(), moment.nullable(), reference]),
    placeOf: (row) => [row.risk, row.submittedAt, row.reference],
    after: ([risk, submittedAt, last], place) =>
      `(o.risk_order, coalesce(o.submitted_at, 'infinity'), o.reference) >
       (${place(-(risk ?? -1))}::integer, ${place(submittedAt ?? 'infinity')}::timestamptz, ${place(last)})`,
  }),
};
