import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, appendFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkpointRound } from '../../../apps/jobs/checkpoints';
import { briefOf } from '../../../domain/operation/brief';
import { foldAll } from '../../../domain/operation/fold';
import type { OperationEvent } from '../../../domain/operation/events';
import { genesis, hashOf } from '../../../platform/timeline/chain';
import { readCheckpoint, type Checkpoint } from '../../../platform/timeline/checkpoint';
import { signLine } from '../../../platform/timeline/signed-line';
import { verifyOperation } from '../../../platform/timeline/verify';
import { verifyAll } from '../../../platform/timeline/verify-all';
import { BareOperation } from '../../support/bare-operation';
import { OwnDatabase } from '../../support/own-database';

describe('signed checkpoints', () => {
  let database: OwnDatabase;
  let folder: string;
  let file: string;
  let key: KeyObject;

  beforeEach(async () => {
    database = await OwnDatabase.create();
    folder = mkdtempSync(join(tmpdir(), 'waymark-checkpoints-'));
    file = join(folder, 'checkpoints.jsonl');
    key = generateKeyPairSync('ed25519').privateKey;
  });
  afterEach(async () => {
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const recorded = async () => (await BareOperation.open(database.recording)).getGoing();
  const checkpoint = async () => {
    await database.as.jobs.query('SELECT place_events(100000)');
    await checkpointRound(database.as.jobs, file, key);
  };
  const lines = () => readFileSync(file, 'utf8').split('\n').slice(0, -1);
  const read = () => lines().map((line) => readCheckpoint(line, key) as Checkpoint);
  const verify = async (only?: string) => {
    const said: string[] = [];
    const totals = await verifyAll(database.as.auditor, {
      checkpoints: { file, key },
      only,
      say: (line) => said.push(line),
    });
    return { said, totals };
  };

  it('hold the head of each operation that has news, and only those', async () => {
    const [one, other] = [await recorded(), await recorded()];
    await checkpoint();
    await one.does({ id: 'tasking', roles: ['tasking-officer'], force: 'norfolk' }, 'assignTeam', {
      person: 'newcomer',
      role: 'intelligence-analyst',
    });
    await checkpoint();
    await checkpoint();
    const [first, second] = read();
    const byReference = (a: { operation: string }, b: { operation: string }) => (a.operation < b.operation ? -1 : 1);
    expect(first?.heads).toEqual(
      [
        {
          operation: one.reference,
          sequence: 5,
          hash: (await database.recording.loadEvents(one.reference, 4))[0]?.hash,
        },
        { operation: other.reference, ...other.entity.head },
      ].sort(byReference),
    );
    expect(second?.heads).toEqual([{ operation: one.reference, ...one.entity.head }]);
    expect(lines()).toHaveLength(2);
    expect(await verify()).toEqual({
      said: [],
      totals: { operations: 2, events: 11, files: 0, verified: 2, problems: 0, checkpoints: 2, unanswered: 0 },
    });
  });

  it('find a chain that a superuser has rewritten whole, row and all, and name operation and sequence', async () => {
    const [victim, other] = [await recorded(), await recorded()];
    await checkpoint();
    await rewrite(database, victim.reference, 3, { person: 'another', role: 'senior-investigating-officer' });
    expect(await verifyOperation(database.as.auditor, victim.reference)).toMatchObject({ verified: true });

    const at = read()[0]?.at;
    const line = `${victim.reference} at 5: is not the event that the checkpoint of ${at} has signed`;
    expect(await verify()).toMatchObject({ said: [line], totals: { operations: 2, verified: 1, problems: 1 } });
    expect(await verify(victim.reference)).toMatchObject({ said: [line], totals: { operations: 1, verified: 0 } });
    expect(await verify(other.reference)).toMatchObject({ said: [], totals: { operations: 1, verified: 1 } });
  });

  it('find an operation that was taken away without a trace', async () => {
    const { reference } = await recorded();
    await checkpoint();
    await database.tamper(
      `DELETE FROM timeline_event WHERE operation = '${reference}'`,
      `DELETE FROM operation WHERE reference = '${reference}'`,
    );
    const { said } = await verify();
    expect(said).toEqual([expect.stringContaining(`${reference} at 5: is missing: there was one that the checkpoint`)]);
  });

  it('find a forged, an altered and a missing line of their own', async () => {
    const operation = await recorded();
    await checkpoint();
    await operation.does({ id: 'tasking', roles: ['tasking-officer'], force: 'norfolk' }, 'assignTeam', {
      person: 'newcomer',
      role: 'intelligence-analyst',
    });
    await checkpoint();
    const [first, second] = lines() as [string, string];

    writeFileSync(file, `${first.replace(/"sequence":\d+/, '"sequence":4')}\n${second}\n`);
    expect((await verify()).said).toEqual([
      'checkpoint 1: is not signed by the key of the checkpoints',
      'checkpoint 2: does not follow on from the line before it',
    ]);
    writeFileSync(file, `${second}\n`);
    expect((await verify()).said).toEqual(['checkpoint 1: does not follow on from the line before it']);

    const stranger = generateKeyPairSync('ed25519').privateKey;
    const forged = signLine(
      { at: '2026-01-01T00:00:00.000Z', position: 9, heads: [], previous: null } as Checkpoint,
      stranger,
    );
    writeFileSync(file, `${forged}\n`);
    expect((await verify()).said).toEqual(['checkpoint 1: is not signed by the key of the checkpoints']);
  });

  it('go on after a line that a crash has left unfinished, and after one that cannot be trusted', async () => {
    const operation = await recorded();
    await checkpoint();
    appendFileSync(file, '{"at":"2026-01-');
    expect((await verify()).said).toEqual([]);
    await operation.does({ id: 'tasking', roles: ['tasking-officer'], force: 'norfolk' }, 'assignTeam', {
      person: 'newcomer',
      role: 'intelligence-analyst',
    });
    await checkpoint();
    expect(lines()).toHaveLength(2);
    expect((await verify()).said).toEqual([]);

    appendFileSync(file, '{"at":"2026-01-01T00:00:00.000Z","position":1000000}\n');
    await checkpoint();
    expect(read().at(-1)?.heads).toEqual([{ operation: operation.reference, ...operation.entity.head }]);
  });

  it('are written by one process at a time', async () => {
    await recorded();
    await database.as.jobs.query('SELECT place_events(100)');
    await database.warmUp('jobs');
    await Promise.all(Array.from({ length: 5 }, () => checkpointRound(database.as.jobs, file, key)));
    expect(lines()).toHaveLength(1);
    expect((await verify()).said).toEqual([]);
  });

  it('take many events in several lines', async () => {
    await Promise.all(
      Array.from({ length: 3 }, async () => {
        const operation = await BareOperation.open(database.recording);
        for (let n = 0; n < 400; n++)
          await operation.does({ id: 'tasking', roles: ['tasking-officer'], force: 'norfolk' }, 'assignTeam', {
            person: `person-${n}`,
            role: 'intelligence-analyst',
          });
      }),
    );
    await checkpoint();
    expect(read().map(({ position }) => position)).toEqual([1_000, 1_203]);
    expect((await verify()).totals).toMatchObject({ verified: 3, problems: 0, checkpoints: 2 });
  });
});

/** What a superuser can do who knows how hashes are made: alters an event and makes everything after it fit. */
async function rewrite(database: OwnDatabase, reference: string, sequence: number, payload: object): Promise<void> {
  interface Stored {
    sequence: number;
    type: string;
    version: number;
    happenedAt: string;
    occurredAt: string;
    actor: string;
    commandId: string;
    index: number;
    payload: string;
  }
  const { rows } = await database.as.superuser.query<Stored>(
    `SELECT sequence, event_type AS type, event_version AS version, rfc3339(happened_at) AS "happenedAt",
            rfc3339(occurred_at) AS "occurredAt", actor, command_id AS "commandId", index, payload
     FROM timeline_event WHERE operation = $1 ORDER BY sequence`,
    [reference],
  );
  const statements: string[] = [];
  const events: OperationEvent[] = [];
  let previousHash = genesis(reference);
  for (const row of rows) {
    const event = { ...row, payload: row.sequence === sequence ? JSON.stringify(payload) : row.payload, previousHash };
    const hash = hashOf(event);
    statements.push(
      `UPDATE timeline_event SET payload = '${event.payload}', previous_hash = '\\x${previousHash}', hash = '\\x${hash}'
       WHERE operation = '${reference}' AND sequence = ${event.sequence}`,
    );
    events.push({ ...event, payload: JSON.parse(event.payload) as never } as unknown as OperationEvent);
    previousHash = hash;
  }
  const state = foldAll(reference, events);
  statements.push(
    `UPDATE operation SET head_hash = '\\x${previousHash}', state = '${JSON.stringify(state)}',
       brief = '${JSON.stringify(briefOf(state))}' WHERE reference = '${reference}'`,
  );
  await database.tamper(...statements);
}
