import type { Access } from '../../api/access-log/access-log.schema';
import { looksOf } from './shown-access';

const TITLES = new Map([
  ['readOperation', 'Read an operation'],
  ['readTimeline', 'Read the timeline'],
]);

const access = (at: string, change: Partial<Access> = {}): Access => ({
  ...{ id: '1', request: 'r', person: 'analyst-norfolk', roles: ['intelligence-analyst'], force: 'norfolk' },
  ...{ kind: 'consultation', route: 'readOperation', operation: 'OP-2026-000001', what: {}, justification: null },
  ...{ address: '127.0.0.1', client: null, outcome: 'answered', status: 200, records: 1, digest: '' },
  at: `2026-12-01T${at}:00.000Z`,
  ...change,
});

describe('looks at an operation', () => {
  it('are what one person did without a pause, with what they did counted', () => {
    const looks = looksOf(
      [access('10:16', { route: 'readTimeline', records: 25 }), access('10:15'), access('10:01'), access('09:45')],
      TITLES,
    );
    expect(looks.map(({ from, to, records, did }) => [from.slice(11, 16), to.slice(11, 16), records, did])).toEqual([
      [
        '10:01',
        '10:16',
        27,
        [
          { text: 'Read the timeline', times: 1 },
          { text: 'Read an operation', times: 2 },
        ],
      ],
      ['09:45', '09:45', 1, [{ text: 'Read an operation', times: 1 }]],
    ]);
  });

  it.each([
    ['another person', { person: 'somebody-else' }],
    ['refused', { outcome: 'refused' as const, status: 404 }],
    ['of another kind', { kind: 'disclosure' as const }],
    ['of another operation', { operation: null }],
    ['for another reason', { justification: 'Invented.' }],
  ])('are apart where they are %s', (_, change) => {
    expect(looksOf([access('10:01'), access('10:00', change)], TITLES)).toHaveLength(2);
  });

  it('say what was asked for, and not how', () => {
    const asked = { reference: 'OP-2026-000001', cursor: 'x', limit: '100', about: 'S1', type: 'a,b,c,d' };
    expect(looksOf([access('10:00', { what: { asked, listed: ['OP-1', 'OP-2'] } })], TITLES)[0]?.requests).toEqual([
      expect.objectContaining({ asked: ['About: S1', 'Kind of event: 4 of them'], listed: 2 }),
    ]);
    const command = access('10:00', { route: 'giveCommand', what: { asked: { command: 'confirmThreatScore' } } });
    expect(looksOf([command], TITLES)[0]?.did).toEqual([
      { text: 'Give the command “Confirm the threat score”', times: 1 },
    ]);
    const asking = access('10:00', { what: { asked: { command: 'confirmThreatScore,adopt' } } });
    expect(looksOf([asking], TITLES)[0]?.did).toEqual([{ text: 'Read an operation', times: 1 }]);
  });
});
