import { choosePostgres, type PostgresPrograms } from './postgres-programs';

const programs = (source: PostgresPrograms['source'], major: number): PostgresPrograms => ({
  source,
  major,
  initdb: '/bin/initdb',
  postgres: '/bin/postgres',
});
const fifteen = programs('PATH', 15);
const eighteen = programs('embedded', 18);

describe('choosePostgres', () => {
  it('prefers the one on PATH for new data', () => {
    expect(choosePostgres([fifteen, eighteen], { folder: '/data', major: undefined })).toBe(fifteen);
  });

  it('stays with the version that made the data', () => {
    expect(choosePostgres([fifteen, eighteen], { folder: '/data', major: 18 })).toBe(eighteen);
  });

  it('refuses data of a version that is not here, saying which, where and what to do', () => {
    expect(() => choosePostgres([fifteen, eighteen], { folder: '/data', major: 17 })).toThrow(
      'The data in /data was made by PostgreSQL 17, and here is 15 (PATH) and 18 (embedded): put PostgreSQL 17 on PATH',
    );
  });

  it('says how to get one where there is none', () => {
    expect(() => choosePostgres([], { folder: '/data', major: undefined })).toThrow('DATABASE_URL');
  });
});
