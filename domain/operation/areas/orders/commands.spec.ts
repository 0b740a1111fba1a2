import {
  blockersOf,
  deciding,
  happens,
  operationIn,
  potentialVictim,
  suspect,
  SUSPECT_STATUSES,
  TEXT,
} from '../../../../test/support/decided';
import { commandSchemas } from '../../command-schemas';
import type { Subject } from '../../state';
import { SUSPECTED } from '../proceedings/state';
import type { Order } from './state';

const ORDER: Order = {
  id: 'O1',
  kind: 'SRO',
  subject: 'S1',
  status: 'applied',
  youthCourt: false,
  from: null,
  until: null,
  served: false,
  monitor: null,
  breaches: 0,
};
const youth = { ...suspect('S1', 'suspected'), suspect: { ...SUSPECTED, youth: true } };
const holding = (more: Partial<Order> = {}, subject = suspect('S1', 'suspected')) =>
  operationIn('enforcement', { subjects: [subject], orders: [{ ...ORDER, ...more }] });
const MADE = {
  order: 'O1',
  interim: false,
  youthCourt: false,
  from: '2026-01-05',
  until: null,
  conditions: TEXT,
} as const;

describe('an application for an order', () => {
  const against = (subjects: readonly Subject[]) => {
    const body = { kind: 'STRO', subject: 'S1', court: 'NORWICH-MC', grounds: TEXT } as const;
    return blockersOf(deciding(operationIn('enforcement', { subjects }), 'applyForOrder', body));
  };

  it.each(SUSPECT_STATUSES)('is against anyone who is or was suspected, alive and no victim: %s', (status) => {
    const spared = ['reclassified', 'died'].includes(status);
    expect(against([suspect('S1', status)])).toEqual(spared ? ['suspect-status'] : []);
  });

  it('is against a suspect of the operation', () => {
    expect(against([potentialVictim('S1', true)])).toEqual(['not-a-suspect']);
    expect(against([])).toEqual(['no-such-subject']);
  });

  it('is numbered within the operation', () => {
    const body = { kind: 'STRO', subject: 'S1', court: 'NORWICH-MC', grounds: TEXT } as const;
    expect(happens(deciding(holding(), 'applyForOrder', body))).toEqual({ order: 'O2', ...body });
  });
});

describe('an order', () => {
  it.each([
    ['applied', true, []],
    ['applied', false, []],
    ['interim', true, ['order-status']],
    ['interim', false, []],
    ['full', false, ['order-status']],
    ['refused', false, ['order-status']],
    ['ended', true, ['order-status']],
  ] as const)('that is %s becomes interim (%j): %j', (status, interim, blockers) => {
    const body = { ...MADE, interim, until: interim ? '2026-06-30' : null };
    expect(blockersOf(deciding(holding({ status }), 'recordOrderMade', body))).toEqual(blockers);
  });

  it.each([
    [youth, false, ['youth-court']],
    [youth, true, []],
    [suspect('S1', 'suspected'), false, []],
  ] as const)('against somebody under 18 is made by the youth court (case %#)', (subject, youthCourt, blockers) => {
    expect(blockersOf(deciding(holding({}, subject), 'recordOrderMade', { ...MADE, youthCourt }))).toEqual(blockers);
  });

  it.each([
    ['STRO', '2028-01-03', ['too-short']],
    ['STRO', '2028-01-04', []],
    ['SRO', '2028-01-03', ['too-short']],
    ['SRO', '2028-01-04', []],
    ['STPO', '2031-01-03', ['too-short']],
    ['STPO', '2031-01-04', []],
    ['SHPO', '2031-01-03', ['too-short']],
    ['SHPO', '2031-01-04', []],
    ['SHPO', null, []],
  ] as const)('%s from 5 January 2026 until %s: %j', (kind, until, blockers) => {
    expect(blockersOf(deciding(holding({ kind }), 'recordOrderMade', { ...MADE, until }))).toEqual(blockers);
  });

  it('from 29 February lasts until the 28th, two years on', () => {
    const until = (day: string) =>
      blockersOf(deciding(holding(), 'recordOrderMade', { ...MADE, from: '2024-02-29', until: day }));
    expect([until('2026-02-27'), until('2026-02-28')]).toEqual([['too-short'], []]);
  });

  it.each([
    [true, null, 'until'],
    [true, '2026-06-30', undefined],
    [false, null, undefined],
    [false, '2026-01-04', 'until'],
  ] as const)('interim (%j) until %s is in form, or wrong at %s', (interim, until, wrong) => {
    const parsed = commandSchemas.recordOrderMade.safeParse({ ...MADE, interim, until, conditions: 'Invented.' });
    expect(parsed.error?.issues[0]?.path[0]).toBe(wrong);
  });

  it.each([
    ['applied', []],
    ['interim', []],
    ['full', ['order-status']],
    ['refused', ['order-status']],
    ['ended', ['order-status']],
  ] as const)('that is %s is refused: %j', (status, blockers) => {
    const refuse = deciding(holding({ status }), 'recordOrderRefused', { order: 'O1', reason: TEXT });
    expect(blockersOf(refuse)).toEqual(blockers);
  });
});

describe('an order that was made', () => {
  const acts = [
    ['recordOrderServed', {}],
    ['assignMonitoringOfficer', { person: 'somebody' }],
    ['recordOrderPoliced', { note: TEXT }],
    ['recordBreach', { note: TEXT }],
    ['endOrder', { how: 'discharged', note: TEXT }],
  ] as const;

  it.each(
    acts.flatMap(([command, more]) =>
      (['applied', 'refused', 'ended'] as const).map((status) => [command, status, more] as const),
    ),
  )('has to be in force for %s: not %s', (command, status, more) => {
    expect(blockersOf(deciding(holding({ status }), command, { order: 'O1', ...more } as never))).toEqual([
      'order-status',
    ]);
  });

  it.each(acts)('is in force, interim or full, for %s', (command, more) => {
    for (const status of ['interim', 'full'] as const) {
      const state = holding({ status, monitor: 'officer', served: command !== 'recordOrderServed' });
      expect(happens(deciding(state, command, { order: 'O1', ...more } as never))).toMatchObject({ order: 'O1' });
    }
  });

  it.each(acts)('must be there for %s', (command, more) => {
    expect(blockersOf(deciding(holding(), command, { order: 'O9', ...more } as never))).toEqual(['no-such-order']);
  });

  it('is served once', () => {
    const state = holding({ status: 'full', served: true });
    expect(blockersOf(deciding(state, 'recordOrderServed', { order: 'O1' }))).toEqual(['served']);
  });

  it('is policed by somebody who monitors it', () => {
    const police = (monitor: string | null) =>
      blockersOf(deciding(holding({ status: 'full', monitor }), 'recordOrderPoliced', { order: 'O1', note: TEXT }));
    expect([police(null), police('officer')]).toEqual([['no-monitor'], []]);
  });

  it('can be given to another monitoring officer', () => {
    const state = holding({ status: 'full', monitor: 'officer' });
    const body = { order: 'O1', person: 'another-officer' };
    expect(happens(deciding(state, 'assignMonitoringOfficer', body))).toEqual(body);
  });

  it('is breached only once it was served, and each breach counts', () => {
    const breach = (served: boolean) =>
      deciding(holding({ status: 'interim', served, breaches: 1 }), 'recordBreach', { order: 'O1', note: TEXT });
    expect(blockersOf(breach(false))).toEqual(['not-served']);
    expect(happens(breach(true))).toEqual({ order: 'O1', note: TEXT, breaches: 2 });
  });

  it.each([
    ['expired', null, ['not-expired']],
    ['expired', '2026-01-06', ['not-expired']],
    ['expired', '2026-01-05', []],
    ['expired', '2025-12-31', []],
    ['discharged', null, []],
    ['discharged', '2026-01-06', []],
  ] as const)('is %s on 5 January 2026 when it runs until %s: %j', (how, until, blockers) => {
    const end = deciding(holding({ status: 'full', until }), 'endOrder', { order: 'O1', how, note: TEXT });
    expect(blockersOf(end)).toEqual(blockers);
  });
});
