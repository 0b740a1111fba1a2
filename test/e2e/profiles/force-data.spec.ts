import { randomUUID } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { ForceImport, SuggestionAnswer } from '../../../apps/api/profiles/imports.schema';
import type { Mapping } from '../../../domain/profiles/mapping.schema';
import type { PersonId } from '../../../platform/embedded/identity/people';
import { Caller, startApi, type TestApi } from '../../support/api';
import { OwnDatabase } from '../../support/own-database';
import { Engine, eventually } from '../../support/stack';

const PROFILES = '/api/v1/profiles';
const PEOPLE = [
  'intelligence-analyst-norfolk',
  'intelligence-analyst-ersou',
  'supervisor-essex',
  'tasking-officer-norfolk',
] as const satisfies readonly PersonId[];
const HEADER = 'Crime Ref,Record Type,Role,Forename,Surname,DOB,Gender,Postcode,HO Code,Date Committed';
const ROW = (nth: number) => `INV/${nth},Crime,Suspect,Anna,Example,12/03/1984,Female,NR1 1AA,8L,02/05/2026`;

describe('a file of force data', () => {
  let engine: Engine;
  let api: TestApi;
  let people: Map<PersonId, Caller>;
  beforeAll(async () => {
    engine = new Engine();
    api = await startApi();
    const known = await Promise.all(PEOPLE.map(async (id) => [id, await Caller.as(id, api.url)] as const));
    people = new Map(known);
    const { mapping } = await suggested(
      Buffer.from(`${HEADER}\n${ROW(1)}\nINV/2,Crime,Victim,B,Example,,Male,,8L,30/05/2026\n`),
    );
    expect((await analyst().send(`${PROFILES}/mappings/norfolk`, { method: 'PUT', body: mapping })).status).toBe(200);
  });
  afterAll(() => Promise.all([api.close(), engine.close()]));

  const analyst = () => people.get('intelligence-analyst-norfolk') as Caller;
  const form = (content: Buffer | string, name: string) => {
    const made = new FormData();
    made.append('force', 'norfolk');
    made.append('file', new Blob([Buffer.from(content as string)]), name);
    return made;
  };
  async function suggested(content: Buffer): Promise<SuggestionAnswer> {
    const reply = await analyst().form(`${PROFILES}/mappings/suggestions`, form(content, 'records.csv'), key());
    expect(reply.status).toBe(200);
    return reply.body as SuggestionAnswer;
  }
  const key = () => ({ 'idempotency-key': randomUUID() });
  const handIn = (content: Buffer | string, headers = key()) =>
    analyst().form(`${PROFILES}/imports`, form(content, 'records.csv'), headers);
  const one = async (id: string) => (await analyst().send(`${PROFILES}/imports/${id}`)).body as ForceImport;
  async function loaded(content: Buffer | string): Promise<ForceImport> {
    const reply = await handIn(content);
    expect(reply.status).toBe(202);
    return eventually('the file is in, or not', async () => {
      const made = await one((reply.body as ForceImport).id);
      return made.endedAt === null ? undefined : made;
    });
  }
  const rejects = async (id: string) =>
    (await analyst().send(`${PROFILES}/imports/${id}/rejects`, { headers: { accept: 'text/csv' } })).body as string;
  const recordsOf = async (id: string) =>
    (
      await engine.pool.query(
        'SELECT r.* FROM force_record r JOIN force_import i ON i.nth = r.import WHERE i.id = $1 ORDER BY line',
        [id],
      )
    ).rows;
  /** A file that nobody has handed in before. */
  const file = (...rows: readonly string[]) => [HEADER, ...rows, ROW(Math.floor(Math.random() * 1e9))].join('\n');

  it('is taken in row by row, and what is not is listed with its line and the reason', async () => {
    const made = await loaded(
      file(
        ROW(1),
        'INV/2,Crime,Suspect,"Anna\nMaria",Example,,Female,,8L,02/05/2026',
        'INV/3,Crime,Suspect,Anna',
        'INV/4,Crime,Bystander,Anna,Example,,Female,,8L,02/05/2026',
        'INV/5,Crime,Suspect,Anna,Example,31/02/1990,Female,,8L,02/05/2026',
        'INV/6,Crime,Suspect,Anna,Example,,Female,,8L,02/05/2099',
        'INV/7,Crime,Suspect,"=cmd|\' /C calc\'!A0",Example,02/05/2027,Female,,8L,02/05/2026',
      ),
    );
    expect(made).toMatchObject({ state: 'loaded', rows: 8, records: 3, rejected: 5, problem: null });
    const csv = await rejects(made.id);
    const lines = csv.split('\r\n').slice(1, -1);
    expect(lines.map((line) => line.split(',')[0])).toEqual(['5', '6', '7', '8', '9']);
    for (const [nth, reason] of [
      /4 cells, and the header has 10/,
      /Bystander/,
      /31\/02\/1990.*no date/,
      /not come yet/,
      /after the event/,
    ].entries())
      expect(lines[nth]).toMatch(reason);
    expect((await recordsOf(made.id))[1]).toMatchObject({
      line: 3,
      given: 'Anna\nMaria',
      unknown_offence: null,
      offence: '8L',
    });
  });

  it('hands no formula out that a spreadsheet would run', async () => {
    const made = await loaded(file('=1+1,Crime,Suspect,A'));
    const csv = await rejects(made.id);
    expect(csv).not.toMatch(/(^|,)=|(^|,)"=/m);
    expect(csv).toContain('[""=1+1""');
  });

  it('is taken in once, however often it is handed in', async () => {
    const content = file(ROW(1));
    const first = await loaded(content);
    const again = await loaded(content);
    expect([first.state, again.state]).toEqual(['loaded', 'same']);
    expect(await recordsOf(again.id)).toEqual([]);
  });

  it('is one import for one key, and another file for the same key is refused', async () => {
    const headers = key();
    const content = file(ROW(1));
    const replies = [
      await handIn(content, headers),
      await handIn(content, headers),
      await handIn(file(ROW(2)), headers),
    ];
    expect(replies.map(({ status }) => status)).toEqual([202, 202, 422]);
    expect(replies[1]?.headers.get('idempotency-replayed')).toBe('true');
  });

  const LATIN = Buffer.from(`${HEADER}\n${ROW(1).replace('Anna', 'Zo\xeb')}\n`, 'latin1');
  const ZIP = Buffer.concat([Buffer.from('504b0304140000000800', 'hex'), deflateRawSync(Buffer.alloc(10_000_000))]);
  it.each([
    ['empty', '', /empty/],
    ['only a header', HEADER, /no record/],
    ['another force’s columns', 'A,B\n1,2\n', /no column “Crime Ref”, “DOB”/],
    ['a column twice', `${HEADER},DOB\n${ROW(1)},\n`, /Two columns are called “DOB”/],
    [
      'a cell of ten megabytes',
      `${HEADER}\nX,Crime,Suspect,"${'x'.repeat(10_000_000)}",E,,,,8L,02/05/2026\n`,
      /line 2 is longer than 2,000,000/,
    ],
    [
      'a quotation mark that is never closed',
      `${HEADER}\n${ROW(1)}\nX,"${`${ROW(2)}\n`.repeat(60_000)}`,
      /begins at line 3/,
    ],
    ['a zip bomb', ZIP, /ZIP archive/],
  ])('that is %s fails as a whole with what to do, and leaves nothing behind', async (_, content, says) => {
    const reply = await handIn(content);
    if (reply.status === 400) return expect(JSON.stringify(reply.body)).toMatch(says);
    const made = await eventually('it has ended', async () => {
      const now = await one((reply.body as ForceImport).id);
      return now.endedAt === null ? undefined : now;
    });
    expect(made).toMatchObject({ state: 'failed', records: 0, problem: expect.stringMatching(says) as string });
    expect(await recordsOf(made.id)).toEqual([]);
  });

  it('whose encoding is not what its mapping says is not read wrongly', async () => {
    const { mapping } = (await analyst().send(`${PROFILES}/mappings/norfolk`)).body as { mapping: Mapping };
    const save = (more: object) =>
      analyst().send(`${PROFILES}/mappings/norfolk`, { method: 'PUT', body: { ...mapping, ...more } });
    await save({ encoding: 'utf-8' });
    expect(await loaded(LATIN)).toMatchObject({
      state: 'failed',
      problem: expect.stringMatching(/probably windows-1252/) as string,
    });
    await save({});
    const made = await loaded(LATIN);
    expect((await recordsOf(made.id))[0]).toMatchObject({ given: 'Zoë' });
  });

  it.each([
    ['dd/mm/yyyy', '12/03/1984', '28/05/2026'],
    ['yyyy-mm-dd', '1984-03-12', '2026-05-28 10:30:00'],
    ['dd-mon-yyyy', '12-Mar-1984', '28-May-2026'],
    ['yyyymmdd', '19840312', '20260528'],
  ])('has its dates read in whichever way it writes them: %s', async (dates, birth, occurred) => {
    const content = `${HEADER}\nINV/1,Crime,Suspect,Anna,Example,${birth},Female,NR1 1AA,8L,${occurred}\n`;
    expect((await suggested(Buffer.from(content))).mapping.dates).toBe(dates);
  });

  it('is for the force whose records they are: nobody else hands them in, or sees them', async () => {
    const made = await loaded(file(ROW(1)));
    const [essex, liaison] = [
      people.get('supervisor-essex') as Caller,
      people.get('tasking-officer-norfolk') as Caller,
    ];
    expect((await essex.form(`${PROFILES}/imports`, form(file(), 'records.csv'), key())).status).toBe(403);
    expect((await essex.send(`${PROFILES}/imports/${made.id}`)).status).toBe(404);
    expect((await essex.send(`${PROFILES}/mappings/norfolk`)).status).toBe(404);
    expect((await liaison.send(`${PROFILES}/imports`)).status).toBe(403);
    const region = await (people.get('intelligence-analyst-ersou') as Caller).send(`${PROFILES}/imports/${made.id}`);
    expect(region.status).toBe(200);
  });
});

describe('the database', () => {
  it('gives the API’s role no record of a force that is not its reader’s, and none unless it is said who reads', async () => {
    const database = await OwnDatabase.create();
    try {
      await database.as.owner.query(`
        INSERT INTO force_import (id, force, name, sha256, bytes, mapping, fingerprint, made_by, state)
          VALUES ('a', 'norfolk', 'a', 'a', 1, '{}', '', 'x', 'loaded'), ('b', 'essex', 'b', 'b', 1, '{}', '', 'x', 'loaded');
        INSERT INTO force_record (import, line, kind, reference, role, surname, occurred)
          SELECT nth, 2, 'crime', 'X', 'suspect', force, '2026-01-01' FROM force_import;
        INSERT INTO force_reject SELECT nth, 3, NULL, 'x', force FROM force_import`);
      const { api } = database.as;
      const reading = async (standings: string | null, select: string) => {
        const connection = await api.connect();
        try {
          await connection.query('BEGIN');
          if (standings !== null)
            await connection.query("SELECT set_config('waymark.standings', $1, true)", [standings]);
          return (await connection.query<{ force: string }>(select)).rows.map(({ force }) => force);
        } finally {
          await connection.query('ROLLBACK');
          connection.release();
        }
      };
      const selects = [
        'SELECT surname AS force FROM force_record_near',
        'SELECT written AS force FROM force_reject_near',
        'SELECT force FROM force_import',
      ];
      for (const select of selects) {
        expect(await reading('{norfolk/referral}', select)).toEqual(['norfolk']);
        expect(await reading(null, select)).toEqual([]);
      }
      for (const table of [
        'force_record',
        'force_reject',
        'person_identity',
        'person_member',
        'profile_rank',
        'profile_history',
      ])
        await expect(reading('{norfolk/referral}', `SELECT FROM ${table}`)).rejects.toThrow(/permission denied/);
    } finally {
      await database.drop();
    }
  });
});
