import fc from 'fast-check';
import { isSnapshotDue } from './snapshot';

describe('a snapshot', () => {
  it('is due with every event of a small operation', () => {
    for (let sequence = 0; sequence < 100; sequence++) expect(isSnapshotDue(sequence, sequence + 1)).toBe(true);
  });

  it('is never more than fifty events old, however many a command has', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 400 }), (commands) => {
        let [sequence, snapshot] = [0, 0];
        for (const events of commands) {
          if (isSnapshotDue(sequence, sequence + events)) snapshot = sequence + events;
          sequence += events;
          expect(sequence - snapshot).toBeLessThan(50);
        }
      }),
    );
  });

  it('is not due in between', () => {
    expect([
      isSnapshotDue(120, 121),
      isSnapshotDue(149, 150),
      isSnapshotDue(150, 199),
      isSnapshotDue(150, 203),
    ]).toEqual([false, true, false, true]);
  });
});
