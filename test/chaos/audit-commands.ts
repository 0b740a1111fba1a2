import type { Pool } from 'pg';
import type { Ledger, Sent } from './ledger';

/** An event as the audit of commands needs it. */
interface Written {
  readonly operation: string;
  readonly sequence: number;
  readonly type: string;
  readonly actor: string;
  readonly commandId: string;
  readonly index: number;
}

/** Each a line for people; what should be is that there is none. */
export interface CommandFindings {
  readonly lost: readonly string[];
  readonly duplicated: readonly string[];
  /** Answers that do not agree with the timeline, and events that nobody has asked for. */
  readonly disagreements: readonly string[];
}

/** What Waymark does by itself: its clocks, the report of a translation, and each step of a merge. */
const OWN = /^(clock:[A-Za-z]+:.+|OP-[0-9]{4}-[0-9]+\.(T[0-9]+:report|M[0-9]\S*:[A-Za-z]+))$/;

/** Compares what clients were told with what is on the timelines of all operations. */
export async function auditCommands(pool: Pool, ledger: Ledger): Promise<CommandFindings> {
  const { rows } = await pool.query<Written>(
    `SELECT operation, sequence, event_type AS type, actor, command_id AS "commandId", index
     FROM timeline_event ORDER BY operation, sequence`,
  );
  const written = Map.groupBy(rows, ({ commandId }) => commandId);
  const sent = new Set(ledger.entries.map(({ commandId }) => commandId));
  const checked = ledger.entries.map((entry) => check(entry, written.get(entry.commandId) ?? []));
  const strays = rows
    .filter(({ commandId, actor }) => !sent.has(commandId) && !(actor === 'waymark' && OWN.test(commandId)))
    .map(({ operation, sequence, type }) => `${operation} ${sequence}: ${type}, which no client has sent`);
  // A clock's command is unique within its operation alone: M1 is a message of each.
  const own = Map.groupBy(
    rows.filter(({ actor }) => actor === 'waymark'),
    ({ operation, commandId }) => `${operation} ${commandId}`,
  );
  const ownTwice = [...own].filter(([, events]) => !isOnce(events)).map(([name]) => `${name} has happened twice`);
  return {
    lost: checked.flatMap(({ lost }) => lost ?? []),
    duplicated: [...checked.flatMap(({ duplicated }) => duplicated ?? []), ...ownTwice],
    disagreements: [...checked.flatMap(({ disagreement }) => disagreement ?? []), ...strays],
  };
}

interface Check {
  readonly lost?: string;
  readonly duplicated?: string;
  readonly disagreement?: string;
}

function check({ command, commandId, standing }: Sent, events: readonly Written[]): Check {
  const name = `${command} ${commandId.slice(0, 12)}`;
  if (events.length > 0 && !isOnce(events)) {
    const where = events.map(({ operation, sequence }) => `${operation} ${sequence}`).join(', ');
    return { duplicated: `${name} is on the timeline more than once: ${where}` };
  }
  switch (standing.kind) {
    case 'acknowledged':
      if (events.length === 0) return { lost: `${name} was acknowledged and is on no timeline` };
      return isAsAnswered(standing.answer, events)
        ? {}
        : { disagreement: `${name} was answered ${JSON.stringify(standing.answer)} but is ${JSON.stringify(events)}` };
    case 'abandoned':
      // The fail-point lies behind the commit: it is there although nobody was told.
      return events.length === 0 ? { lost: `${name} was committed and is on no timeline` } : {};
    case 'refused':
      return events.length === 0 ? {} : { disagreement: `${name} was refused (${standing.type}) but is recorded` };
    case 'in-flight':
    case 'unexpected':
      return {};
  }
}

/** One command of one operation, its events one after the other. */
function isOnce(events: readonly Written[]): boolean {
  const [first] = events as readonly [Written, ...Written[]];
  return events.every(
    ({ operation, index, sequence }, at) =>
      operation === first.operation && index === at && sequence === first.sequence + at,
  );
}

function isAsAnswered(
  answer: { reference: string; sequence: number; events: readonly { sequence: number; type: string }[] },
  events: readonly Written[],
): boolean {
  return (
    answer.events.length === events.length &&
    answer.sequence === events.at(-1)?.sequence &&
    answer.events.every(({ sequence, type }, at) => {
      const event = events[at] as Written;
      return event.operation === answer.reference && event.sequence === sequence && event.type === type;
    })
  );
}
