import { z } from 'zod';
import { cursorCodec, nextLink, page } from './cursor';

const codec = cursorCodec(z.tuple([z.iso.datetime(), z.string()]));

describe('a cursor', () => {
  it('comes back as it went', () => {
    const at: [string, string] = ['2026-11-23T09:30:00.000Z', 'OP-2026-000123'];
    expect(codec.decode(codec.encode(at))).toEqual(at);
  });

  it.each(['', 'not a cursor', Buffer.from('[1]').toString('base64url'), Buffer.from('{').toString('base64url')])(
    'that is none of this list is refused: %s',
    (cursor) => {
      expect(() => codec.decode(cursor)).toThrow(expect.objectContaining({ problem: 'validation' }) as Error);
    },
  );
});

describe('a page', () => {
  it('has a last row only where another page follows', () => {
    expect(page([1, 2, 3], 2)).toEqual({ rows: [1, 2], last: 2 });
    expect(page([1, 2], 2)).toEqual({ rows: [1, 2], last: null });
    expect(page([], 2)).toEqual({ rows: [], last: null });
  });

  it('links to the next with the same question', () => {
    expect(nextLink('/list', { stage: 'referral', limit: 2, leadForce: undefined, cursor: 'old' }, 'new')).toBe(
      '/list?stage=referral&limit=2&cursor=new',
    );
  });
});
