import type { Pool } from 'pg';
import { auditCommands } from '../chaos/audit-commands';
import { Ledger, type Sent } from '../chaos/ledger';
import { OPENING } from '../chaos/script';
import { Random } from '../../samples/random';

const OPERATION = 'OP-2026-000001';

interface Row {
  readonly operation?: string;
  readonly sequence: number;
  readonly type?: string;
  readonly actor?: string;
  readonly commandId: string;
  readonly index?: number;
}

/** A database that has just these events. */
const holding = (...rows: readonly Row[]) =>
  ({
    query: () =>
      Promise.resolve({
        rows: rows.map((row) => ({
          operation: OPERATION,
          type: 'referralOpened',
          actor: OPENING.by,
          index: 0,
          ...row,
        })),
      }),
  }) as unknown as Pool;

function acknowledged(ledger: Ledger, sequence = 1): Sent {
  const sent = ledger.send(OPENING);
  const { commandId } = sent;
  const body = { reference: OPERATION, commandId, sequence, events: [{ sequence, type: 'referralOpened' }] };
  ledger.settle(sent, { status: 201, etag: null, body });
  return sent;
}

describe('the audit of a chaos run', () => {
  const found = { lost: [], duplicated: [], disagreements: [] };
  let ledger: Ledger;
  beforeEach(() => {
    ledger = new Ledger();
  });

  it('finds nothing where each acknowledged command is on the timeline once, as answered', async () => {
    const { commandId } = acknowledged(ledger);
    expect(ledger.acknowledged).toBe(1);
    expect(await auditCommands(holding({ sequence: 1, commandId }), ledger)).toEqual(found);
  });

  it('finds an acknowledged command that is on no timeline', async () => {
    acknowledged(ledger);
    expect(await auditCommands(holding(), ledger)).toMatchObject({ lost: [expect.stringContaining('openReferral')] });
  });

  it('finds a committed command that nobody was told of, if it is gone', async () => {
    ledger.send(OPENING).standing = { kind: 'abandoned' };
    expect(await auditCommands(holding(), ledger)).toMatchObject({ lost: [expect.any(String)] });
  });

  it.each([
    ['twice in one operation', { sequence: 2 }],
    ['in two operations', { sequence: 1, operation: 'OP-2026-000002' }],
  ])('finds a command that is there %s', async (_, again) => {
    const { commandId } = acknowledged(ledger);
    expect(await auditCommands(holding({ sequence: 1, commandId }, { ...again, commandId }), ledger)).toMatchObject({
      duplicated: [expect.stringContaining('more than once')],
    });
  });

  it('finds an answer that the timeline does not bear out', async () => {
    const { commandId } = acknowledged(ledger, 2);
    expect((await auditCommands(holding({ sequence: 1, commandId }), ledger)).disagreements).toHaveLength(1);
  });

  it('finds a refused command that is recorded all the same', async () => {
    const sent = ledger.send(OPENING);
    ledger.settle(sent, { status: 422, etag: null, body: { type: 'urn:problem/blocked' } });
    const { disagreements } = await auditCommands(holding({ sequence: 1, commandId: sent.commandId }), ledger);
    expect(disagreements).toEqual([expect.stringContaining('was refused (blocked) but is recorded')]);
  });

  it('finds an event that nobody has asked for, and knows what Waymark does by itself', async () => {
    const clock = { commandId: 'clock:raiseEuropolReminder:M1:2026-01-11T00:00:00.000Z', actor: 'waymark' };
    const report = { commandId: `${OPERATION}.T1:report`, actor: 'waymark' };
    const rows = [
      { sequence: 1, ...clock },
      { sequence: 2, ...report },
      { sequence: 3, commandId: 'f00' },
    ];
    const { disagreements } = await auditCommands(holding(...rows), ledger);
    expect(disagreements).toEqual([expect.stringContaining(`${OPERATION} 3`)]);
  });

  it('finds a clock that has rung twice for one message, and none that rings in two operations', async () => {
    const clock = { commandId: 'clock:raiseEuropolReminder:M1:2026-01-11T00:00:00.000Z', actor: 'waymark' };
    const elsewhere = { ...clock, sequence: 1, operation: 'OP-2026-000002' };
    expect(await auditCommands(holding({ ...clock, sequence: 1 }, elsewhere), ledger)).toEqual(found);
    const twice = holding({ ...clock, sequence: 1 }, { ...clock, sequence: 5 });
    expect((await auditCommands(twice, ledger)).duplicated).toHaveLength(1);
  });

  it('complains of answers that no client should ever get', () => {
    ledger.settle(ledger.send(OPENING), { status: 500, etag: null, body: {} });
    ledger.settle(ledger.send(OPENING), {
      status: 422,
      etag: null,
      body: { type: 'urn:problem/idempotency-mismatch' },
    });
    ledger.settle(ledger.send(OPENING), { status: 200, etag: null, body: { commandId: 'of another' } });
    expect(ledger.unexpected).toHaveLength(3);
    expect(ledger.acknowledged + ledger.refused).toBe(0);
  });
});

describe('chance', () => {
  it('repeats itself by its seed', () => {
    const draw = (seed: number) =>
      Array.from(
        { length: 5 },
        (
          (random) => () =>
            random.whole(1, 1e6)
        )(new Random(seed)),
      );
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(new Random(7).shuffled([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
  });
});
