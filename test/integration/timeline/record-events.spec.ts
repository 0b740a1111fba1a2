import { randomUUID } from 'node:crypto';
import type { EventsToRecord } from '../../../activities/recording';
import { event } from '../../../domain/operation/events';
import { FOLD_VERSION, unopened } from '../../../domain/operation/state';
import { verifyOperation } from '../../../platform/timeline/verify';
import { BareOperation } from '../../support/bare-operation';
import { OwnDatabase } from '../../support/own-database';
import { ownReference } from '../../support/own-reference';

describe('record_events', () => {
  let database: OwnDatabase;
  beforeAll(async () => {
    database = await OwnDatabase.create();
  });
  afterAll(() => database.drop());

  /** An entry that says nothing new: what is recorded matters here, not what it means. */
  const entry = (reference: string, expected: number, changes: Partial<EventsToRecord> = {}): EventsToRecord => ({
    reference,
    expected,
    commandId: randomUUID(),
    command: 'assignTeam',
    fingerprint: 'first',
    actor: 'supervisor-norfolk',
    happenedAt: '2026-01-01T00:00:00.000Z',
    occurredAt: '2026-01-01T00:00:00.001Z',
    awaitsConfirmation: true,
    events: [event('teamAssigned', { person: 'someone', role: 'intelligence-analyst' })],
    texts: [],
    state: { ...unopened(reference), sequence: expected + (changes.events?.length ?? 1) },
    foldVersion: FOLD_VERSION,
    ...changes,
  });
  const count = async (table: string, reference: string) => {
    const { rows } = await database.as.superuser.query<{ n: number }>(
      `SELECT count(*)::integer AS n FROM ${table} WHERE operation = $1`,
      [reference],
    );
    return rows[0]?.n;
  };

  it('answers a repeat with what was recorded first, and keeps the first fingerprint', async () => {
    const { reference } = await BareOperation.open(database.recording);
    const given = entry(reference, 1);
    const first = await database.recording.recordEvents(given);
    const repeat = await database.recording.recordEvents({
      ...given,
      fingerprint: 'another body',
      occurredAt: '2026-02-02T00:00:00.000Z',
    });
    const events = await database.recording.loadEvents(reference, 1);
    expect(first).toEqual({ status: 'recorded', hashes: events.map(({ hash }) => hash) });
    expect(repeat).toEqual({ status: 'repeated', fingerprint: 'first', events });
    expect(await count('timeline_event', reference)).toBe(2);
    expect(await count('outbox', reference)).toBe(2);
  });

  it('answers who is behind with what is missing, and records nothing', async () => {
    const { reference } = await BareOperation.open(database.recording);
    await database.recording.recordEvents(entry(reference, 1));
    const behind = await database.recording.recordEvents(entry(reference, 1));
    expect(behind).toEqual({
      status: 'behind',
      fingerprint: null,
      events: await database.recording.loadEvents(reference, 1),
    });
    expect(await count('timeline_event', reference)).toBe(2);
  });

  it('refuses a workflow that knows more than the timeline: the database has lost events', async () => {
    const { reference } = await BareOperation.open(database.recording);
    await expect(database.recording.recordEvents(entry(reference, 5))).rejects.toThrow(
      'ends at 1 but its workflow is at 5',
    );
    expect(await count('timeline_event', reference)).toBe(1);
  });

  it('records all of a command or nothing', async () => {
    const { reference } = await BareOperation.open(database.recording);
    const good = event('teamAssigned', { person: 'someone', role: 'intelligence-analyst' });
    const future = { happenedAt: '2026-01-02T00:00:00.000Z', occurredAt: '2026-01-01T00:00:00.000Z' };
    await expect(
      database.recording.recordEvents(entry(reference, 1, { ...future, events: [good, good] })),
    ).rejects.toMatchObject({ type: 'unrecordable' });
    for (const table of ['timeline_event', 'outbox', 'recorded_command'])
      expect({ table, rows: await count(table, reference) }).toEqual({ table, rows: 1 });
  });

  it('lets exactly one of many concurrent writers have a sequence', async () => {
    const { reference } = await BareOperation.open(database.recording);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => database.recording.recordEvents(entry(reference, 1))),
    );
    expect(answers.filter(({ status }) => status === 'recorded')).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 'behind')).toHaveLength(11);
    const events = await database.recording.loadEvents(reference, 0);
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  it('lets attempts at one opening that overlap be repeated until they agree', async () => {
    const reference = ownReference();
    const opening = entry(reference, 0);
    const attempt = () => database.recording.recordEvents(opening);
    const first = await Promise.allSettled(Array.from({ length: 4 }, attempt));
    for (const each of first)
      if (each.status === 'rejected') expect(each.reason).not.toMatchObject({ nonRetryable: true });
    expect(await attempt()).toMatchObject({ status: 'repeated', events: [{ sequence: 1 }] });
    expect(await count('timeline_event', reference)).toBe(1);
  });

  it('has concurrent operations catch up with each other and lose nothing', async () => {
    const one = await BareOperation.open(database.recording);
    const others = Array.from({ length: 3 }, () => new BareOperation(database.recording, one.reference));
    await Promise.all(others.map(({ entity }) => entity.restore()));
    await Promise.all(
      others.map((operation, writer) =>
        (async () => {
          for (let n = 0; n < 5; n++)
            await operation.does({ id: 'tasking', roles: ['tasking-officer'], force: 'norfolk' }, 'assignTeam', {
              person: `person-${writer}-${n}`,
              role: 'intelligence-analyst',
            });
        })(),
      ),
    );
    expect(await verifyOperation(database.as.auditor, one.reference)).toMatchObject({ verified: true, sequence: 16 });
  });
});
