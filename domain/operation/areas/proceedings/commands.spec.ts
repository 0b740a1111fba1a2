import {
  blockersOf,
  deciding,
  happens,
  operationIn,
  suspect,
  SUSPECT_STATUSES,
  TEXT,
} from '../../../../test/support/decided';
import { commandSchemas, type CommandName } from '../../command-schemas';
import { lifecycle, type LifecycleRow } from '../../lifecycle.v1';
import type { OperationState, Suspect, SuspectStatus } from '../../state';
import { SUSPECTED } from './state';

const INVESTIGATED = ['arrested', 'bailed', 'released-under-investigation'] as const;
const request = { id: 'Q1', kind: 'surrender-by-us', country: 'RO', subject: 'S1', status: 'granted' } as const;

/** An operation in a stage of the command, with one suspect. */
function about(command: CommandName, status: SuspectStatus, more: Partial<Suspect> = {}): OperationState {
  const { stages } = lifecycle[command] as LifecycleRow;
  return operationIn(stages.at(-1) ?? 'sentencing', {
    subjects: [{ ...suspect('S1', status), suspect: { ...SUSPECTED, ...more, status } }],
    europolRequests: [request],
  });
}

/** For each act: its body beside the subject, the states it starts from, and what else has to stand. */
const ACTS = {
  authoriseDetention: [{ grounds: TEXT }, ['arrested'], {}],
  reviewDetention: [{ outcome: 'continued', note: TEXT }, ['arrested'], { detention: { reviews: 0 } }],
  releaseOnBail: [{ until: '2026-04-04', conditions: TEXT }, ['arrested'], {}],
  releaseUnderInvestigation: [{ reason: TEXT }, ['arrested', 'bailed'], {}],
  recordYouth: [{}, ['suspected', ...INVESTIGATED, 'charged'], {}],
  requestCharge: [{ summary: TEXT }, INVESTIGATED, {}],
  recordCharge: [{ offences: ['MSA2015-s2'] }, INVESTIGATED, {}],
  releaseWithoutCharge: [{ reason: TEXT }, ['suspected', ...INVESTIGATED], {}],
  recordRemand: [{ remand: 'custody', court: 'NORWICH-MC' }, ['charged'], {}],
  recordSending: [{ court: 'NORWICH-CC' }, ['charged'], {}],
  recordPlea: [{ plea: 'guilty' }, ['charged'], {}],
  listTrial: [{ court: 'NORWICH-CC', date: '2026-06-01' }, ['charged'], {}],
  recordVerdict: [{ verdict: 'guilty' }, ['charged'], { trial: '2026-01-05' }],
  recordSentence: [{ months: 40, court: 'NORWICH-CC' }, ['charged'], {}],
  endProceedings: [{ outcome: 'acquitted', reason: TEXT }, ['charged'], {}],
  lodgeAppeal: [{ against: 'sentence', grounds: TEXT }, ['sentenced'], {}],
  decideAppeal: [{ outcome: 'dismissed', months: null }, ['sentenced'], { appeal: 'lodged' }],
  beginConfiscation: [{ benefitPence: 680_000, receipts: TEXT }, ['charged', 'sentenced'], { plea: 'guilty' }],
  recordConfiscationOrder: [
    { pence: 680_000, court: 'NORWICH-CC' },
    ['charged', 'sentenced'],
    { confiscation: { status: 'begun', pence: 680_000 } },
  ],
  recordSurrender: [{ country: 'RO', warrant: 'TaCA' }, ['suspected', ...INVESTIGATED, 'released-without-charge'], {}],
  recordDeath: [{ note: TEXT }, ['suspected', ...INVESTIGATED, 'charged'], {}],
} as const satisfies Partial<Record<CommandName, readonly [object, readonly SuspectStatus[], Partial<Suspect>]>>;
type Act = keyof typeof ACTS;

const act = (command: Act, status: SuspectStatus, more: Partial<Suspect> = {}, body: object = {}) =>
  deciding(about(command, status, { ...ACTS[command][2], ...more }), command, {
    subject: 'S1',
    ...ACTS[command][0],
    ...body,
  } as never);

describe.each(Object.keys(ACTS) as Act[])('%s', (command) => {
  const from: readonly SuspectStatus[] = ACTS[command][1];

  it.each(from)('follows on %s', (status) => {
    expect(happens(act(command, status))).toMatchObject({ subject: 'S1', ...ACTS[command][0] });
  });

  it.each(SUSPECT_STATUSES.filter((status) => !from.includes(status)))('does not follow on %s', (status) => {
    expect(blockersOf(act(command, status))).toEqual(['suspect-status']);
  });

  it('is about a suspect of the operation', () => {
    expect(blockersOf(act(command, 'charged', {}, { subject: 'S9' }))).toEqual(['no-such-subject']);
    const witness = { ...suspect('S1', 'suspected'), roles: ['witness' as const], suspect: null };
    const state = { ...about(command, 'suspected'), subjects: [witness] };
    const given = deciding(state, command, { subject: 'S1', ...ACTS[command][0] } as never);
    expect(blockersOf(given)).toEqual(['not-a-suspect']);
  });
});

describe('what has gone before', () => {
  it.each([
    ['authoriseDetention', 'arrested', { detention: { reviews: 0 } }, {}, 'detained'],
    ['reviewDetention', 'arrested', { detention: null }, {}, 'not-detained'],
    ['recordYouth', 'arrested', { youth: true }, {}, 'youth-recorded'],
    ['recordSending', 'charged', { sent: true }, {}, 'sent'],
    ['recordPlea', 'charged', { plea: 'not-guilty', verdict: 'guilty' }, {}, 'convicted'],
    ['listTrial', 'charged', { plea: 'guilty' }, {}, 'pleaded-guilty'],
    ['listTrial', 'charged', { plea: 'not-guilty', trial: '2026-01-05', verdict: 'guilty' }, {}, 'convicted'],
    ['recordVerdict', 'charged', { trial: null }, {}, 'no-trial'],
    ['recordVerdict', 'charged', { verdict: 'hung' }, {}, 'no-trial'],
    ['recordSentence', 'charged', { plea: 'not-guilty' }, {}, 'not-convicted'],
    ['recordSentence', 'charged', { plea: 'not-guilty', verdict: 'hung' }, {}, 'not-convicted'],
    ['endProceedings', 'charged', { plea: 'guilty' }, {}, 'convicted'],
    ['endProceedings', 'charged', { plea: 'not-guilty', verdict: 'guilty' }, {}, 'convicted'],
    ['lodgeAppeal', 'sentenced', { appeal: 'lodged' }, {}, 'appeal-lodged'],
    ['decideAppeal', 'sentenced', { appeal: null }, {}, 'no-appeal'],
    ['decideAppeal', 'sentenced', { appeal: 'decided' }, {}, 'no-appeal'],
    ['beginConfiscation', 'charged', { plea: null }, {}, 'not-convicted'],
    ['beginConfiscation', 'charged', { plea: 'not-guilty', verdict: 'hung' }, {}, 'not-convicted'],
    ['beginConfiscation', 'sentenced', { confiscation: { status: 'begun', pence: 1 } }, {}, 'confiscation-begun'],
    ['recordConfiscationOrder', 'sentenced', { confiscation: null }, {}, 'no-confiscation'],
    ['recordConfiscationOrder', 'sentenced', { confiscation: { status: 'ordered', pence: 1 } }, {}, 'no-confiscation'],
    ['releaseOnBail', 'arrested', {}, { until: '2026-01-04' }, 'bail-over'],
    ['recordSurrender', 'arrested', {}, { country: 'HU' }, 'surrender-not-granted'],
  ] as const)('refuses %s of somebody %s with %j (%j): %s', (command, status, more, body, blocker) => {
    expect(blockersOf(act(command, status, more, body))).toEqual([blocker]);
  });

  it.each([
    ['releaseOnBail', 'arrested', {}, { until: '2026-01-05' }],
    ['recordPlea', 'charged', { plea: 'not-guilty', verdict: 'hung' }, {}],
    ['listTrial', 'charged', { plea: 'not-guilty', trial: '2026-01-05', verdict: 'hung' }, {}],
    ['recordSentence', 'charged', { plea: null }, {}],
    ['recordSentence', 'charged', { plea: 'guilty' }, {}],
    ['recordSentence', 'charged', { plea: 'not-guilty', verdict: 'guilty' }, {}],
    ['endProceedings', 'charged', { plea: 'guilty' }, { outcome: 'discontinued' }],
    ['lodgeAppeal', 'sentenced', { appeal: 'decided' }, {}],
    ['beginConfiscation', 'charged', { plea: 'not-guilty', verdict: 'guilty' }, {}],
    ['beginConfiscation', 'sentenced', { plea: null }, {}],
  ] as const)('allows %s of somebody %s with %j (%j)', (command, status, more, body) => {
    expect(blockersOf(act(command, status, more, body))).toEqual([]);
  });
});

describe('reviews of detention', () => {
  it('are numbered', () => {
    expect(happens(act('reviewDetention', 'arrested', { detention: { reviews: 2 } }))).toMatchObject({ review: 3 });
  });
});

describe('a surrender', () => {
  it.each([
    ['another person', { subject: 'S2' }],
    ['us', { kind: 'surrender-to-us' }],
    ['evidence', { kind: 'letter-of-request' }],
    ['a court that refused', { status: 'refused' }],
    ['a court that has not decided', { status: 'made' }],
  ] as const)('does not rest on a request that is about %s', (_, more) => {
    const state = { ...about('recordSurrender', 'arrested'), europolRequests: [{ ...request, ...more }] };
    const body = { subject: 'S1', country: 'RO', warrant: 'EAW' } as const;
    expect(blockersOf(deciding(state, 'recordSurrender', body))).toEqual(['surrender-not-granted']);
  });
});

describe('the length of a sentence', () => {
  const inForm = (more: object) =>
    commandSchemas.recordSentence.safeParse({ subject: 'S1', court: 'NORWICH-CC', ...more }).success;

  it.each([
    [{ months: 40 }, true],
    [{ months: 40, days: 15, consecutiveTo: 'The sentence of 2021.' }, true],
    [{ months: 0, days: 14 }, true],
    [{ months: 0 }, false],
    [{ months: 0, days: 0, kind: 'suspended' }, false],
    [{ months: 0, days: 0, kind: 'community' }, false],
    [{ months: 24, kind: 'suspended' }, true],
    [{ months: 12, kind: 'community' }, true],
    [{ months: 0, kind: 'fine' }, true],
    [{ months: 0, kind: 'discharge' }, true],
    [{ months: 1, days: 367 }, false],
  ])('is months, days or both, unless there is none: %j is in form: %j', (body, good) => {
    expect(inForm(body)).toBe(good);
  });

  it.each([
    ['sentence-varied', 24, true],
    ['sentence-varied', null, false],
    ['dismissed', null, true],
    ['dismissed', 24, false],
    ['conviction-quashed', 24, false],
  ] as const)('is named anew where an appeal varies it: %s, %j is in form: %j', (outcome, months, good) => {
    expect(commandSchemas.decideAppeal.safeParse({ subject: 'S1', outcome, months }).success).toBe(good);
  });
});

describe('the schedules of disclosure', () => {
  const state = operationIn('prosecution', { disclosure: [{ id: 'D1', schedule: 'MG6C', decision: 'withhold' }] });

  it.each(['MG6C', 'MG6D', 'MG6E'] as const)('list items by number: %s', (schedule) => {
    const body = { schedule, description: TEXT };
    expect(happens(deciding(state, 'listDisclosureItem', body))).toEqual({ item: 'D2', ...body });
  });

  it('take another wording of an item that is listed', () => {
    const amend = (item: string) => deciding(state, 'amendDisclosureItem', { item, description: TEXT });
    expect(happens(amend('D1'))).toEqual({ item: 'D1', description: TEXT });
    expect(blockersOf(amend('D9'))).toEqual(['no-such-disclosure-item']);
  });

  it('take a decision on each item, and a later one', () => {
    const decide = (item: string) => deciding(state, 'decideDisclosure', { item, decision: 'disclose', reason: TEXT });
    expect(happens(decide('D1'))).toEqual({ item: 'D1', decision: 'disclose', reason: TEXT });
    expect(blockersOf(decide('D9'))).toEqual(['no-such-disclosure-item']);
  });
});

describe('a sentence told offence by offence', () => {
  const charged = suspect('S1', 'charged');
  const state = operationIn('sentencing', {
    subjects: [
      { ...charged, suspect: charged.suspect && { ...charged.suspect, offences: ['MSA2015-s1', 'MSA2015-s2'] } },
    ],
  });
  const counts = [
    { offence: 'MSA2015-s1', months: 24, days: 0, runs: 'concurrently' as const },
    { offence: 'MSA2015-s2', months: 16, days: 0, runs: 'consecutively' as const },
  ];
  const sentence = { subject: 'S1', court: 'NORWICH-CC' };

  it('is recorded where its counts come to the whole', () => {
    const body = { ...sentence, months: 40, counts };
    expect(happens(deciding(state, 'recordSentence', body))).toEqual(body);
  });

  it('is refused where they do not, saying what they come to', () => {
    expect(deciding(state, 'recordSentence', { ...sentence, months: 24, counts })).toMatchObject({
      blockers: [{ code: 'counts-differ', sentence: expect.stringContaining('40 months and 0 days') }],
    });
  });

  it('is refused for an offence that is not charged', () => {
    const [first] = counts as [(typeof counts)[0], ...typeof counts];
    const other = [{ ...first, offence: 'SOA2003-s3' }];
    expect(blockersOf(deciding(state, 'recordSentence', { ...sentence, months: 24, counts: other }))).toEqual([
      'not-charged',
    ]);
  });
});
