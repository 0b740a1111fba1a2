import {
  blockersOf,
  deciding,
  happens,
  operationIn,
  potentialVictim,
  someone,
  suspect,
  SUSPECT_STATUSES,
  TEXT,
} from '../../../../test/support/decided';
import { COMMANDS } from '../../lifecycle.v1';
import type { Subject } from '../../state';
import type { Exhibit, Warrant } from './state';

describe('the enforcement plan', () => {
  it('names each of the premises with the power to enter it', () => {
    const premises = [
      { address: TEXT, power: 'warrant-pace-s8' },
      { address: TEXT, power: 'consent' },
    ] as const;
    const body = { plan: TEXT, policyFile: TEXT, premises };
    expect(happens(deciding(operationIn('enforcement'), 'signEnforcementPlan', body))).toEqual({
      ...body,
      premises: [
        { premises: 'P1', ...premises[0] },
        { premises: 'P2', ...premises[1] },
      ],
    });
  });
});

describe('an arrest', () => {
  const arrest = (subjects: readonly Subject[], subject = 'S1') =>
    blockersOf(deciding(operationIn('enforcement', { subjects }), 'recordArrest', { subject, station: 'NOR-WYM' }));
  const atLiberty = ['suspected', 'bailed', 'released-under-investigation', 'released-without-charge'];

  it.each(SUSPECT_STATUSES)('needs a suspect at liberty whose case is open: of one %s', (status) => {
    expect(arrest([suspect('S1', status)])).toEqual(atLiberty.includes(status) ? [] : ['suspect-status']);
  });

  it('is of a suspect of the operation', () => {
    expect(arrest([potentialVictim('S1', true)])).toEqual(['not-a-suspect']);
    expect(arrest([], 'S5')).toEqual(['no-such-subject']);
  });
});

describe('moving on', () => {
  it.each([
    ['enforcement', ['plan-signed', 'liaison-decided']],
    ['prosecution', []],
  ] as const)('from %s says everything that is missing', (stage, missing) => {
    expect(blockersOf(deciding(operationIn(stage), 'advance', {}))).toEqual(missing);
  });

  it('goes to the stage that follows', () => {
    expect(happens(deciding(operationIn('prosecution'), 'advance', {}))).toEqual({
      from: 'prosecution',
      to: 'sentencing',
    });
  });

  it('ends at sentencing: an operation is closed by closing it', () => {
    expect(blockersOf(deciding(operationIn('sentencing'), 'advance', {}))).toEqual(['stage']);
  });
});

describe('a later enforcement plan', () => {
  it('numbers its premises on, so that no warrant comes to name another address', () => {
    const state = operationIn('enforcement', { plan: { by: 'lead', premises: ['P1', 'P2'] } });
    const body = { plan: TEXT, policyFile: TEXT, premises: [{ address: TEXT, power: 'consent' as const }] };
    expect(happens(deciding(state, 'signEnforcementPlan', body))).toMatchObject({ premises: [{ premises: 'P3' }] });
  });
});

const planned = operationIn('enforcement', {
  plan: { by: 'lead', premises: ['P1', 'P2'] },
  days: [
    { date: '2026-01-05', debriefed: false },
    { date: '2026-01-04', debriefed: true },
  ],
  policyDecisions: 2,
  searches: 1,
});

describe('a day of enforcement', () => {
  it.each([
    ['setEnforcementDay', '2026-01-06', []],
    ['setEnforcementDay', '2026-01-05', ['day-set']],
    ['debriefEnforcementDay', '2026-01-05', []],
    ['debriefEnforcementDay', '2026-01-04', ['day-debriefed']],
    ['debriefEnforcementDay', '2026-01-06', ['no-such-day']],
  ] as const)('%s of %s gives %j', (command, date, blockers) => {
    const body = { date, [command === 'setEnforcementDay' ? 'briefing' : 'debrief']: TEXT };
    expect(blockersOf(deciding(planned, command, body as never))).toEqual(blockers);
  });
});

describe('the premises of the signed plan', () => {
  it.each([
    ['applyForWarrant', { power: 'warrant-pace-s8', court: 'NORWICH-MC' }],
    ['askForMediaInvestigator', { reason: TEXT }],
    ['recordSearch', { power: 'consent', outcome: TEXT }],
    ['recordSafeguardingOnScene', { note: TEXT }],
    ['seizeExhibit', { kind: 'device', subject: null, description: TEXT }],
  ] as const)('are the only ones for %s', (command, more) => {
    const at = (premises: string, state = planned) =>
      blockersOf(deciding(state, command, { premises, ...more } as never));
    expect([at('P1'), at('P9')]).toEqual([[], ['no-such-premises']]);
    expect(at('P1', operationIn('enforcement'))).toEqual(['no-such-premises']);
  });
});

describe('a warrant', () => {
  const STATUSES = ['applied', 'granted', 'refused', 'executed', 'returned'] as const;
  const held = (status: Warrant['status'], more: Partial<Warrant> = {}) => ({
    ...planned,
    warrants: [{ id: 'W1', premises: 'P1', power: 'warrant-pace-s8' as const, status, ...more }],
  });

  it('is applied for by number, for premises of the plan', () => {
    const body = { premises: 'P2', power: 'warrant-gla-s17', court: 'NORWICH-MC' } as const;
    expect(happens(deciding(held('refused'), 'applyForWarrant', body))).toEqual({ warrant: 'W2', ...body });
  });

  it.each([
    ['grantWarrant', ['applied']],
    ['refuseWarrant', ['applied']],
    ['executeWarrant', ['granted']],
    ['returnWarrant', ['granted', 'executed']],
  ] as const)('%s follows on %j alone', (command, from) => {
    const give = (status: Warrant['status'], warrant = 'W1') =>
      blockersOf(
        deciding(held(status), command, {
          warrant,
          ...(command === 'refuseWarrant' ? { reason: TEXT } : {}),
        } as never),
      );
    for (const status of STATUSES)
      expect([status, give(status)]).toEqual([
        status,
        (from as readonly string[]).includes(status) ? [] : ['warrant-status'],
      ]);
    expect(give('applied', 'W9')).toEqual(['no-such-warrant']);
  });

  it.each([
    ['applied', {}, ['no-warrant']],
    ['refused', {}, ['no-warrant']],
    ['granted', {}, []],
    ['executed', {}, []],
    ['returned', {}, []],
    ['granted', { premises: 'P2' }, ['no-warrant']],
    ['granted', { power: 'warrant-mda-s23' as const }, ['no-warrant']],
  ] as const)('that is %s (%j) carries a search: %j', (status, more, blockers) => {
    const search = { premises: 'P1', power: 'warrant-pace-s8', outcome: TEXT } as const;
    expect(blockersOf(deciding(held(status, more), 'recordSearch', search))).toEqual(blockers);
  });

  it.each(['pace-s17', 'pace-s18', 'pace-s32', 'consent'] as const)('is not needed for a search by %s', (power) => {
    const searched = deciding(planned, 'recordSearch', { premises: 'P1', power, outcome: TEXT });
    expect(happens(searched)).toEqual({ search: 'SR2', premises: 'P1', power, outcome: TEXT });
  });
});

describe('a digital media investigator', () => {
  const state = {
    ...planned,
    mediaRequests: (['asked', 'assigned', 'on-scene'] as const).map((status, at) => ({
      id: `R${at + 1}`,
      premises: 'P1',
      person: null,
      status,
    })),
  };

  it('is asked for by number', () => {
    const body = { premises: 'P1', reason: TEXT };
    expect(happens(deciding(state, 'askForMediaInvestigator', body))).toEqual({ request: 'R4', ...body });
  });

  it.each([
    ['assignMediaInvestigator', 'R1', []],
    ['assignMediaInvestigator', 'R2', []],
    ['assignMediaInvestigator', 'R3', ['request-status']],
    ['assignMediaInvestigator', 'R9', ['no-such-request']],
    ['recordMediaInvestigatorOnScene', 'R1', ['request-status']],
    ['recordMediaInvestigatorOnScene', 'R2', []],
    ['recordMediaInvestigatorOnScene', 'R3', ['request-status']],
  ] as const)('%s of %s gives %j', (command, request, blockers) => {
    const body = { request, ...(command === 'assignMediaInvestigator' ? { person: 'somebody' } : {}) };
    expect(blockersOf(deciding(state, command, body as never))).toEqual(blockers);
  });
});

describe('the policy file', () => {
  it('is added to, decision by decision', () => {
    const body = { what: TEXT, reasons: TEXT };
    expect(happens(deciding(planned, 'recordPolicyDecision', body))).toEqual({ decision: 'PD3', ...body });
  });

  it('has no command that changes or removes a decision', () => {
    const about = COMMANDS.filter((command) => command.toLowerCase().includes('policy'));
    expect(about).toEqual(['recordPolicyDecision']);
  });
});

describe('the chain of custody', () => {
  const holder = someone('digital-media-investigator', 'holder');
  const exhibit = (id: string, more: Partial<Exhibit> = {}): Exhibit => ({
    id,
    kind: 'device',
    holder: 'holder',
    handovers: 2,
    extracted: false,
    status: 'held',
    ...more,
  });
  const state = {
    ...planned,
    subjects: [suspect('S1', 'arrested')],
    exhibits: [exhibit('X1'), exhibit('X2', { status: 'disposed' }), exhibit('X3', { kind: 'cash' })],
  };
  const handOver = (id: string, to: string, actor = holder) =>
    deciding(state, 'handOverExhibit', { exhibit: id, to, reason: TEXT }, { actor });

  it('begins with whoever seizes', () => {
    const body = { kind: 'cash', premises: null, subject: 'S1', description: TEXT } as const;
    expect(happens(deciding(state, 'seizeExhibit', body))).toEqual({ exhibit: 'X4', ...body });
    expect(blockersOf(deciding(state, 'seizeExhibit', { ...body, subject: 'S9' }))).toEqual(['no-such-subject']);
  });

  it('counts every hand-over, from holder to holder', () => {
    expect(happens(handOver('X1', 'another'))).toEqual({
      exhibit: 'X1',
      from: 'holder',
      to: 'another',
      handovers: 3,
      reason: TEXT,
    });
  });

  it.each([
    ['X1', 'holder', holder, ['same-holder']],
    ['X1', 'another', someone('senior-investigating-officer'), ['not-the-holder']],
    ['X2', 'another', holder, ['exhibit-status']],
    ['X9', 'another', holder, ['no-such-exhibit']],
  ] as const)('is not broken: %s to %s (case %#)', (id, to, actor, blockers) => {
    expect(blockersOf(handOver(id, to, actor))).toEqual(blockers);
  });

  it.each([
    ['X1', holder, []],
    ['X1', someone('digital-media-investigator', 'another'), ['not-the-holder']],
    ['X2', holder, ['exhibit-status']],
    ['X3', holder, ['not-a-device']],
  ] as const)('has a device examined by its holder: %s (case %#)', (id, actor, blockers) => {
    const body = { exhibit: id, where: 'on-scene', result: TEXT } as const;
    expect(blockersOf(deciding(state, 'extractDevice', body, { actor }))).toEqual(blockers);
  });

  it.each([
    ['X1', []],
    ['X2', ['exhibit-status']],
    ['X9', ['no-such-exhibit']],
  ] as const)('ends once: %s gives %j', (id, blockers) => {
    const body = { exhibit: id, disposal: 'returned', note: TEXT } as const;
    expect(blockersOf(deciding(state, 'disposeOfExhibit', body))).toEqual(blockers);
  });
});
