import { PROFILE_AREAS, type ProfileArea } from '../../../domain/profiles/areas.v1';
import { areasIn } from '../../../domain/profiles/history';
import { makeHistories, readHistories } from '../../../platform/profiles/histories';
import { OwnDatabase } from '../../support/own-database';

interface Invented {
  readonly role: 'suspect' | 'victim';
  readonly sex: 'female' | 'male';
  readonly markers: string;
}

describe('a crime whose offence is in no area', () => {
  let database: OwnDatabase;
  beforeAll(async () => {
    database = await OwnDatabase.create();
  });
  afterAll(() => database.drop());

  it.each<[string, Invented, readonly ProfileArea[]]>([
    [
      'of a registered sexual offender',
      { role: 'suspect', sex: 'male', markers: 'DA;RSO' },
      ['sexual-offender-management'],
    ],
    ['against a registered sexual offender', { role: 'victim', sex: 'male', markers: 'RSO' }, []],
    ['with a marker that only begins alike', { role: 'suspect', sex: 'male', markers: 'RSOX' }, []],
    ['against a woman at home', { role: 'victim', sex: 'female', markers: 'DA' }, ['violence-against-women-and-girls']],
    ['against a man at home', { role: 'victim', sex: 'male', markers: 'DA' }, []],
    ['of exploitation', { role: 'suspect', sex: 'male', markers: 'CSE' }, ['child-sexual-exploitation']],
  ])('counts by its marker: one %s', async (_, { role, sex, markers }, areas) => {
    const pool = database.as.owner;
    await pool.query('TRUNCATE force_import, force_reject, force_record, record_identity, person_member');
    await pool.query(
      `WITH import AS (INSERT INTO force_import (id, force, name, sha256, bytes, mapping, fingerprint, made_by, state)
         VALUES ('i', 'norfolk', 'i', 'i', 1, '{}', '', 'somebody', 'loaded') RETURNING nth),
       record AS (INSERT INTO force_record (import, line, kind, reference, role, sex, occurred, markers)
         SELECT nth, 2, 'crime', 'INVENTED/1', $1, $2, '2026-01-02', $3 FROM import)
       INSERT INTO record_identity SELECT nth, 2, 1 FROM import`,
      [role, sex, markers],
    );
    await pool.query('INSERT INTO person_member VALUES (1, 1)');
    const connection = await pool.connect();
    await makeHistories(connection);
    connection.release();
    const facts: number[] = [];
    for await (const block of readHistories(pool, 'cchi')) facts.push(...block.facts);
    expect(facts).toHaveLength(1);
    expect(PROFILE_AREAS.filter((__, nth) => (areasIn(facts[0] as number) >> nth) & 1)).toEqual(areas);
  });
});
