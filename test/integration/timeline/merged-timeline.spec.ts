import { TimelineRead, type Place } from '../../../apps/api/timeline/timeline.read';
import { briefOf } from '../../../domain/operation/brief';
import { event } from '../../../domain/operation/events';
import { FOLD_VERSION, unopened } from '../../../domain/operation/state';
import { readingAs, type Reader } from '../../../platform/access/reading';
import { ALL_SEEING } from '../../support/all-seeing';
import { OwnDatabase } from '../../support/own-database';

const EVENT = event('teamAssigned', { person: 'someone', role: 'intelligence-analyst' });
const at = (second: number) => `2026-01-01T00:00:0${second}.000Z`;

describe('the timelines of operations that were merged', () => {
  let database: OwnDatabase;
  const timeline = new TimelineRead();
  const read = <T>(work: (reader: Reader) => Promise<T>) => readingAs(database.as.api, ALL_SEEING, work);
  beforeAll(async () => {
    database = await OwnDatabase.create();
  });
  afterAll(() => database.drop());

  /** Records events that say nothing, several at each moment. */
  async function told(reference: string, mergedInto: string | null, moments: readonly number[]): Promise<void> {
    for (const [nth, second] of moments.entries()) {
      const expected = nth * 2;
      const state = {
        ...unopened(reference),
        stage: 'referral' as const,
        leadForce: 'norfolk' as const,
        sequence: expected + 2,
      };
      await database.recording.recordEvents({
        reference,
        expected,
        commandId: `c${nth}`,
        command: 'assignTeam',
        fingerprint: 'test',
        actor: 'someone',
        happenedAt: at(second),
        occurredAt: at(second),
        awaitsConfirmation: false,
        events: [EVENT, EVENT],
        texts: [],
        state,
        foldVersion: FOLD_VERSION,
        brief: { ...briefOf(state), mergedInto },
      });
    }
  }

  it('are read as one, page by page, each event once, though many occurred at the same moment', async () => {
    await told('OP-A', 'OP-B', [1, 3, 3]);
    await told('OP-B', 'OP-C', [1, 2]);
    await told('OP-C', null, [2, 3]);
    await told('OP-D', null, [1]);
    const operations = await read((reader) => timeline.mergedWith(reader, 'OP-C'));
    expect([...operations].sort()).toEqual(['OP-A', 'OP-B', 'OP-C']);
    expect(await read((reader) => timeline.mergedWith(reader, 'OP-A'))).toEqual(['OP-A']);

    const walk = async (order: 'asc' | 'desc', limit: number) => {
      const places: Place[] = [];
      for (let after: Place | undefined; ;) {
        const rows = await read((reader) => timeline.pageOfAll(reader, operations, { limit, order, after }));
        places.push(
          ...rows.slice(0, limit).map((row) => [row.occurredAt, row.operation, row.sequence] as const satisfies Place),
        );
        if (rows.length <= limit) return places;
        after = places.at(-1);
      }
    };
    const all = await walk('asc', 100);
    expect(all.map(([occurredAt, operation, sequence]) => `${occurredAt.at(-6)} ${operation} ${sequence}`)).toEqual([
      ...['1 OP-A 1', '1 OP-A 2', '1 OP-B 1', '1 OP-B 2', '2 OP-B 3', '2 OP-B 4', '2 OP-C 1', '2 OP-C 2'],
      ...['3 OP-A 3', '3 OP-A 4', '3 OP-A 5', '3 OP-A 6', '3 OP-C 3', '3 OP-C 4'],
    ]);
    for (const limit of [1, 2, 3, 5]) {
      expect(await walk('asc', limit)).toEqual(all);
      expect(await walk('desc', limit)).toEqual([...all].reverse());
    }
  });
});
