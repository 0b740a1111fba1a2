import fc from 'fast-check';
import { EventIds } from './event-ids';

describe('the identifier of an event', () => {
  const ids = new EventIds({ FINGERPRINT_KEY: Buffer.alloc(32, 1) });
  const position = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

  it('leads back to its position, and to no other', () => {
    fc.assert(fc.property(position, (one) => ids.positionOf(ids.of(one)) === one));
  });

  it('tells neither a position nor how far two of them are apart', () => {
    const names = Array.from({ length: 1_000 }, (_, nth) => ids.of(nth + 1));
    expect(new Set(names.map((name) => name.slice(0, 6))).size).toBe(1_000);
    expect(names.toSorted()).not.toEqual(names);
  });

  it('is ours alone', () => {
    const others = new EventIds({ FINGERPRINT_KEY: Buffer.alloc(32, 2) });
    for (const id of [others.of(1), '', '1', 'A'.repeat(22), `${ids.of(1)}=`])
      expect(ids.positionOf(id)).toBeUndefined();
  });
});
