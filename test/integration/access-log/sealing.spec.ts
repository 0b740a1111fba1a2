import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sealingRound } from '../../../apps/jobs/sealing';
import { accessDigestOf, STORED_ACCESS, type StoredAccess } from '../../../platform/access-log/stored-access';
import { readSeal } from '../../../platform/access-log/seal';
import { verifyAccessLog } from '../../../platform/access-log/verify-access-log';
import { logAccesses } from '../../support/access';
import { OwnDatabase } from '../../support/own-database';

/** Superusers who know how digests are made. */
const FITTING = 'digest = access_digest(access_log)';
const COPY = `INSERT INTO access_log (id, at, request, person, roles, force, kind, route, operation, what, justification, address,
    client, outcome, status, records, digest) OVERRIDING SYSTEM VALUE
  SELECT id + 100, at, request, 'put-in', roles, force, kind, route, operation, what, justification, address, client, outcome,
    status, records, '' FROM access_log WHERE id = 2`;
const PUT_IN = [COPY, `UPDATE access_log SET ${FITTING} WHERE id = 102`];

describe('the sealed access log', () => {
  let database: OwnDatabase;
  let folder: string;
  let file: string;
  let key: KeyObject;

  beforeEach(async () => {
    database = await OwnDatabase.create();
    folder = mkdtempSync(join(tmpdir(), 'waymark-access-'));
    file = join(folder, 'access-checkpoints.jsonl');
    key = generateKeyPairSync('ed25519').privateKey;
  });
  afterEach(async () => {
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const seal = () => sealingRound(database.as.jobs, file, key);
  const lines = () => readFileSync(file, 'utf8').split('\n').slice(0, -1);
  const verify = async () => {
    const said: string[] = [];
    const totals = await verifyAccessLog(database.as.jobs, { file, key }, (line) => said.push(line));
    return { said, totals };
  };
  const five = () => logAccesses(database.as.api, {}, {}, {}, {}, {});
  const tamper = (...statements: readonly string[]) =>
    database.tamperWith(['access_log', 'access_log_place'], ...statements);

  it('covers every row once, in lines that follow on, and only what is new', async () => {
    await five();
    await seal();
    await seal();
    await logAccesses(database.as.api, {});
    await seal();
    expect(lines().map((line) => readSeal(line, key))).toMatchObject([
      { from: 1, to: 5, previous: null },
      { from: 6, to: 6 },
    ]);
    await logAccesses(database.as.api, {});
    expect(await verify()).toEqual({
      said: [],
      totals: { accesses: 7, sealed: 6, accessCheckpoints: 2, problems: 0 },
    });
  });

  it('takes many rows in several lines', async () => {
    await database.as.api
      .query(`SELECT log_access('many-requests', 'somebody', '{}', 'norfolk', 'consultation', 'readOperation', NULL,
      '{}', NULL, '127.0.0.1', NULL, 'answered', 200, 1) FROM generate_series(1, 2300)`);
    await seal();
    expect(lines().map((line) => readSeal(line, key)?.to)).toEqual([1_000, 2_000, 2_300]);
    expect(await verify()).toMatchObject({ said: [], totals: { accesses: 2_300, sealed: 2_300 } });
  });

  it('leaves no row out that commits late, after younger ones were sealed', async () => {
    const late = await database.as.api.connect();
    await late.query('BEGIN');
    await logAccesses(late, { person: 'late' });
    await five();
    await seal();
    await late.query('COMMIT');
    late.release();
    await seal();
    expect(lines().map((line) => readSeal(line, key))).toMatchObject([
      { from: 1, to: 5 },
      { from: 6, to: 6 },
    ]);
    expect(await verify()).toMatchObject({ said: [], totals: { accesses: 6, sealed: 6 } });
  });

  it('is sealed by one process at a time', async () => {
    await five();
    await database.warmUp('jobs');
    await Promise.all(Array.from({ length: 5 }, seal));
    expect(lines()).toHaveLength(1);
    expect((await verify()).said).toEqual([]);
  });

  it('has digests that another program recomputes, whatever the words', async () => {
    const words = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''));
    await fc.assert(
      fc.asyncProperty(words, words, fc.dictionary(words, words), async (justification, client, terms) => {
        await logAccesses(database.as.api, { justification, client, person: null, operation: null, what: { terms } });
      }),
      { numRuns: 40 },
    );
    await logAccesses(database.as.api, { justification: '\u0001\u001f"\\\n\r\t\b\f\u007f\u2028é😀' });
    const { rows } = await database.as.jobs.query<StoredAccess>(`SELECT ${STORED_ACCESS} FROM access_log l`);
    expect(rows.filter((row) => accessDigestOf(row) !== row.digest)).toEqual([]);
  });

  const rootDiffers = expect.stringMatching(
    /^access checkpoint 1: what stands in the places 1 to 5 is not what was signed at /,
  );

  it.each([
    [
      'altered',
      ["UPDATE access_log SET person = 'another' WHERE id = 2"],
      ['access 2: does not match its digest: it has been altered'],
    ],
    [
      'altered, so that it fits itself',
      ["UPDATE access_log SET person = 'another' WHERE id = 2", `UPDATE access_log SET ${FITTING} WHERE id = 2`],
      [rootDiffers],
    ],
    ['taken away', ['DELETE FROM access_log WHERE id = 2'], ['access 2 (place 2): is missing', rootDiffers]],
    [
      'taken away with its place',
      ['DELETE FROM access_log WHERE id = 2', 'DELETE FROM access_log_place WHERE access = 2'],
      ['access log: the place 2 is missing', rootDiffers],
    ],
    [
      'taken away, the rest moved up',
      ['DELETE FROM access_log WHERE id = 5', 'DELETE FROM access_log_place WHERE access = 5'],
      ['access log: the place 5 is missing', rootDiffers],
    ],
    ['put in', PUT_IN, ['access 102: was not logged by Waymark: it was put in']],
    [
      'put in, at a place that another had',
      [...PUT_IN, 'UPDATE access_log_place SET access = 102 WHERE place = 2'],
      [rootDiffers, 'access 2: was not logged by Waymark: it was put in'],
    ],
    [
      'moved to the place of another',
      [
        'UPDATE access_log_place SET place = -3 WHERE place = 3',
        'UPDATE access_log_place SET place = 3 WHERE place = 2',
        'UPDATE access_log_place SET place = 2 WHERE place = -3',
      ],
      [rootDiffers],
    ],
  ])('tells of a row that a superuser has %s', async (_, statements, said) => {
    await five();
    await seal();
    await tamper(...statements);
    expect(await verify()).toMatchObject({ said, totals: { problems: said.length } });
  });

  it.each([
    [
      'altered',
      ["UPDATE access_log SET person = 'another' WHERE id = 2"],
      ['access 2: does not match its digest: it has been altered'],
    ],
    ['taken away', ['DELETE FROM access_log WHERE id = 2'], ['access 2: is missing: it waited for its place']],
    ['put in', PUT_IN, ['access 102: was not logged by Waymark: it was put in']],
  ])(
    'tells of a row that a superuser has %s before it was sealed, then and after the rest is sealed',
    async (_, statements, said) => {
      await five();
      await tamper(...statements);
      expect((await verify()).said).toEqual(said);
      await seal();
      expect((await verify()).said).toEqual(said);
    },
  );

  it('tells of a row that was put in with a time long gone, even where it waits as others do', async () => {
    await five();
    await seal();
    const early = "UPDATE access_log SET at = at - interval '1 hour' WHERE id = 102";
    await tamper(
      COPY,
      early,
      `UPDATE access_log SET ${FITTING} WHERE id = 102`,
      'INSERT INTO access_log_waiting VALUES (102)',
    );
    expect((await verify()).said).toEqual([
      'access 102: is older than what has its place already: it was put in later',
    ]);
    await seal();
    expect((await verify()).said).toEqual([
      'access 102 (place 6): is older than what stands before it: it was put in later',
    ]);
  });

  it('tells of a forged, an altered and a missing line', async () => {
    await five();
    await seal();
    await five();
    await seal();
    const [first, second] = lines() as [string, string];
    writeFileSync(file, `${first.replace('"to":5', '"to":4')}\n${second}\n`);
    expect((await verify()).said).toEqual([
      'access checkpoint 1: is not signed by the key of the checkpoints',
      'access checkpoint 2: does not follow on from the line before it',
      'access checkpoint 2: leaves out the places 1 to 5',
    ]);
    writeFileSync(file, `${second}\n`);
    expect((await verify()).said).toEqual([
      'access checkpoint 1: does not follow on from the line before it',
      'access checkpoint 1: leaves out the places 1 to 5',
    ]);
  });

  it('goes on after a line that a crash has left unfinished, and signs all anew after one that cannot be trusted', async () => {
    await five();
    await seal();
    appendFileSync(file, '{"at":"2026-01-');
    await logAccesses(database.as.api, {});
    await seal();
    expect(await verify()).toMatchObject({ said: [], totals: { sealed: 6, accessCheckpoints: 2 } });
    appendFileSync(file, '{"log":"access","from":7,"to":1000}\n');
    await logAccesses(database.as.api, {});
    await seal();
    expect(readSeal(lines().at(-1) ?? '', key)).toMatchObject({ from: 1, to: 7 });
    expect((await verify()).said).toEqual(['access checkpoint 3: is not signed by the key of the checkpoints']);
  });
});
