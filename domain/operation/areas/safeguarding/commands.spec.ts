import {
  blockersOf,
  deciding,
  happens,
  operationIn,
  potentialVictim,
  suspect,
  TEXT,
} from '../../../../test/support/decided';
import type { CommandBody } from '../../command-schemas';
import { commandSchemas } from '../../command-schemas';
import type { Victim } from './state';

const VICTIM: Victim = {
  id: 'S1',
  age: 'adult',
  exploitation: ['labour'],
  consent: null,
  needs: [],
  notified: null,
  reasonableGrounds: null,
  conclusiveGrounds: null,
  accommodated: false,
  returnedTo: null,
  handedOver: false,
};
const holding = (more: Partial<Victim> = {}) =>
  operationIn('enforcement', { subjects: [potentialVictim('S1', true)], victims: [{ ...VICTIM, ...more }] });

describe('a safeguarding record', () => {
  const state = operationIn('referral', {
    subjects: [
      potentialVictim('S1', false),
      suspect('S2', 'arrested'),
      { ...suspect('S3', 'arrested'), roles: ['suspect', 'potential-victim'] },
      potentialVictim('S4', false),
    ],
    victims: [{ ...VICTIM, id: 'S4' }],
  });

  it.each([
    ['S1', []],
    ['S2', ['not-a-potential-victim']],
    ['S3', []],
    ['S4', ['record-open']],
    ['S9', ['not-a-potential-victim']],
  ] as const)('is opened once for a potential victim, suspect or not: %s gives %j', (victim, blockers) => {
    const body = { victim, age: 'unsure', exploitation: ['criminal'], identity: TEXT } as const;
    expect(blockersOf(deciding(state, 'openVictimRecord', body))).toEqual(blockers);
  });

  it.each([
    ['assessNeeds', { needs: ['safety'], note: TEXT }],
    ['recordConsent', { consent: true }],
    ['referToNrm', {}],
    ['recordDutyToNotify', {}],
    ['recordReasonableGrounds', { positive: true }],
    ['recordConclusiveGrounds', { positive: true }],
    ['requestReconsideration', { of: 'reasonable-grounds', reason: TEXT }],
    ['recordSupport', { note: TEXT }],
    ['recordAccommodation', { place: TEXT }],
    ['recordReturn', { country: 'BG' }],
    ['handOverSafeguarding', { to: TEXT }],
  ] as const)('must be open for %s', (command, more) => {
    const given = deciding(state, command, { victim: 'S1', ...more } as never);
    expect(blockersOf(given)).toEqual(['no-such-safeguarding-record']);
  });

  it.each([
    ['assessNeeds', { needs: ['safety', 'travel'], note: TEXT }],
    ['assessNeeds', { needs: [], note: TEXT }],
    ['recordConsent', { consent: false }],
    ['recordSupport', { note: TEXT }],
    ['recordAccommodation', { place: TEXT }],
    ['recordReturn', { country: 'BG' }],
  ] as const)('takes %s with %j at any time', (command, more) => {
    const body = { victim: 'S1', ...more };
    for (const state of [holding(), holding({ notified: 'nrm', handedOver: true })])
      expect(happens(deciding(state, command, body as never))).toEqual(body);
  });

  it('names a need once, by its code', () => {
    const assess = (...needs: string[]) =>
      commandSchemas.assessNeeds.safeParse({ victim: 'S1', needs, note: 'Invented.' }).success;
    expect([assess('safety', 'travel'), assess('safety', 'safety'), assess('Not a code')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('the referral to the National Referral Mechanism, or the duty to notify', () => {
  it.each([
    ['adult', true, [], ['consented']],
    ['adult', false, ['no-consent'], []],
    ['adult', null, ['no-consent'], []],
    ['child', true, [], ['child']],
    ['child', false, [], ['child']],
    ['child', null, [], ['child']],
    ['unsure', false, [], ['child']],
    ['unsure', null, [], ['child']],
  ] as const)('of %s with consent %j', (age, consent, referral, notification) => {
    const state = holding({ age, consent });
    expect(blockersOf(deciding(state, 'referToNrm', { victim: 'S1' }))).toEqual(referral);
    expect(blockersOf(deciding(state, 'recordDutyToNotify', { victim: 'S1' }))).toEqual(notification);
  });

  it.each([
    ['nrm', ['referred'], ['notified']],
    ['duty-to-notify', [], ['notified']],
  ] as const)('is done once; after %s consent can still bring a referral', (notified, referral, notification) => {
    const state = holding({ notified, consent: true });
    expect(blockersOf(deciding(state, 'referToNrm', { victim: 'S1' }))).toEqual(referral);
    expect(blockersOf(deciding(state, 'recordDutyToNotify', { victim: 'S1' }))).toEqual(notification);
  });
});

describe('the decisions of the competent authority', () => {
  const victim = 'S1';
  const nrm = { notified: 'nrm' } as const;

  it.each([
    [{}, ['not-awaited']],
    [{ notified: 'duty-to-notify' as const }, ['not-awaited']],
    [nrm, []],
    [{ ...nrm, reasonableGrounds: true }, ['not-awaited']],
    [{ ...nrm, reasonableGrounds: false }, ['not-awaited']],
  ])('on reasonable grounds follow a referral, once: %j gives %j', (more, blockers) => {
    const decided = deciding(holding(more), 'recordReasonableGrounds', { victim, positive: false });
    expect(blockersOf(decided)).toEqual(blockers);
  });

  it.each([
    [nrm, ['not-awaited']],
    [{ ...nrm, reasonableGrounds: false }, ['not-awaited']],
    [{ ...nrm, reasonableGrounds: true }, []],
    [{ ...nrm, reasonableGrounds: true, conclusiveGrounds: false }, ['not-awaited']],
  ])('on conclusive grounds follow positive reasonable grounds, once: %j gives %j', (more, blockers) => {
    const decided = deciding(holding(more), 'recordConclusiveGrounds', { victim, positive: true });
    expect(blockersOf(decided)).toEqual(blockers);
  });

  it.each([
    ['reasonable-grounds', { reasonableGrounds: false }, []],
    ['reasonable-grounds', { reasonableGrounds: true }, ['no-negative-decision']],
    ['reasonable-grounds', { reasonableGrounds: null }, ['no-negative-decision']],
    ['reasonable-grounds', { reasonableGrounds: true, conclusiveGrounds: false }, ['no-negative-decision']],
    ['conclusive-grounds', { reasonableGrounds: true, conclusiveGrounds: false }, []],
    ['conclusive-grounds', { reasonableGrounds: true, conclusiveGrounds: true }, ['no-negative-decision']],
    ['conclusive-grounds', { reasonableGrounds: false }, ['no-negative-decision']],
  ] as const)('on %s are reconsidered when negative: %j gives %j', (of, more, blockers) => {
    const body: CommandBody<'requestReconsideration'> = { victim, of, reason: TEXT };
    expect(blockersOf(deciding(holding({ ...nrm, ...more }), 'requestReconsideration', body))).toEqual(blockers);
  });
});

describe('the handover of safeguarding', () => {
  it.each([
    [{}, ['not-notified']],
    [{ notified: 'nrm' as const }, []],
    [{ notified: 'duty-to-notify' as const }, []],
    [{ notified: 'nrm' as const, handedOver: true }, ['handed-over']],
  ])('follows the notification, once: %j gives %j', (more, blockers) => {
    expect(blockersOf(deciding(holding(more), 'handOverSafeguarding', { victim: 'S1', to: TEXT }))).toEqual(blockers);
  });
});
