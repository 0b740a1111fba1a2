import { createPool, SET_BASED_MS } from '../../../platform/database/pool';
import { testStack } from '../../support/stack';

describe('a pool of connections', () => {
  it.each([
    ['quick statements', {}, 'off'],
    ['statements that work through everything', { longestMs: SET_BASED_MS }, 'on'],
  ])('for %s has them compiled or not', async (_, longest, compiled) => {
    const pool = createPool(testStack().urls.database.api, { name: 'test', max: 1, ...longest });
    const { rows } = await pool.query<{ readonly jit: string }>('SHOW jit');
    expect(rows).toEqual([{ jit: compiled }]);
    await pool.end();
  });
});
