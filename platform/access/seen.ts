import type { Reader } from './reading';

/** Takes a value of a query and answers its placeholder. */
export type Placing = (value: unknown) => string;

/** Collects the values of a query as its text is made. */
export function placing(values: unknown[]): Placing {
  return (value) => `$${values.push(value)}`;
}

/** Who asks, as far as it decides what they see. */
export type Seeing = Omit<Reader, 'query'>;

/** What an operation must meet however somebody comes to see it: their clearance, and that they are not kept out. */
function notHidden({ remit, keptOut }: Seeing, place: Placing, operation: string): string {
  // A literal: the planner would take a value for one that keeps two in three out, and plan anew each time.
  const cleared = `${operation}.tier <= ${remit.tier}`;
  return keptOut.length === 0 ? cleared : `${cleared} AND ${operation}.reference <> ALL (${place(keptOut)})`;
}

/**
 * The condition under which somebody sees an operation, for the WHERE of every query that reads operations for a person.
 * The same as `maySee` in domain/access; row-level security holds it once more, from what the transaction says.
 *
 * @param operation name of the table `operation` in the query
 */
export function seenBy(reader: Seeing, place: Placing, operation = 'operation'): string {
  const { remit, letIn } = reader;
  const shown = notHidden(reader, place, operation);
  if (remit.challenging) return shown;
  return `${shown} AND (${operation}.lead_force = ANY (${place(remit.forces)}) OR ${operation}.standing = ANY (${place(remit.standings)})
    OR ${operation}.reference = ANY (${place(letIn)}))`;
}

/** The condition under which somebody sees the operation of a reference, for what is read of one operation alone. */
export function seesOne(reader: Seeing, place: Placing, reference: string): string {
  return `EXISTS (SELECT FROM operation seen WHERE seen.reference = ${place(reference)} AND ${seenBy(reader, place, 'seen')})`;
}

/** A part of what somebody sees, within which an index holds the worklist's order. */
export interface Part {
  /** A join that comes before the condition, if any. */
  readonly each: string;
  readonly condition: string;
}

/**
 * The same condition taken apart: what somebody sees is in just one of the parts.
 *
 * @param standings those of the remit that are looked for
 */
export function partsSeenBy(
  reader: Seeing,
  place: Placing,
  standings: readonly string[],
  operation = 'operation',
): readonly Part[] {
  const { remit, letIn } = reader;
  const shown = notHidden(reader, place, operation);
  const parts: Part[] = remit.forces.map((force) => ({
    each: '',
    condition: `${operation}.lead_force = ${place(force)} AND ${shown}`,
  }));
  const others = standings.filter((standing) => !remit.forces.includes(forceOf(standing)));
  if (others.length > 0)
    parts.push({
      // Values one by one: of an array, the planner would take as many as ten, and plan anew each time.
      each: `(VALUES ${others.map((standing) => `(${place(standing)}::text)`).join(', ')}) AS part (standing)`,
      condition: `${operation}.standing = part.standing AND ${shown}`,
    });
  if (letIn.length > 0) {
    const elsewhere = `${operation}.standing <> ALL (${place(remit.standings)}) AND (${operation}.lead_force = ANY (${place(remit.forces)})) IS NOT TRUE`;
    parts.push({
      each: '',
      condition: `${operation}.reference = ANY (${place(letIn)}) AND ${elsewhere} AND ${shown}`,
    });
  }
  return parts;
}

const forceOf = (standing: string) => standing.slice(0, standing.indexOf('/'));
