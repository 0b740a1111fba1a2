import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import { Prisma } from '../../prisma/generated/client';
import { isDatabaseAway } from './database-away';

/** As Prisma reports what the database has answered and it has no code of its own for. */
function fromPrisma(code: 'P2010' | 'P2039', sqlState: string): Error {
  const driverAdapterError = new DriverAdapterError({
    kind: 'postgres',
    code: sqlState,
    severity: 'FATAL',
    message: 'as the database says',
    detail: undefined,
    column: undefined,
    hint: undefined,
  });
  return new Prisma.PrismaClientKnownRequestError('Database error', {
    code,
    clientVersion: '7',
    meta: { driverAdapterError },
  });
}

describe('whether the database is away', () => {
  it.each([
    ['is starting up', '57P03'],
    ['was shut down', '57P01'],
    ['has no connection left', '53300'],
    ['took longer than we wait', '57014'],
  ])('it is, says Prisma, when the database %s', (_, sqlState) => {
    expect(isDatabaseAway(fromPrisma('P2039', sqlState))).toBe(true);
    expect(isDatabaseAway(fromPrisma('P2010', sqlState))).toBe(true);
  });

  it('it is not when a query is wrong', () => {
    expect(isDatabaseAway(fromPrisma('P2039', '42P01'))).toBe(false);
    expect(isDatabaseAway(new Error('Anything else'))).toBe(false);
  });

  it('it is when that is the cause of another error', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    expect(isDatabaseAway(new Error('outer', { cause: new AggregateError([refused]) }))).toBe(true);
  });
});
