import type { OperationView } from '../../../api/operations/operation.schema';
import type { ShownEvent } from '../../../api/timeline/timeline.read';
import { Known } from './known';
import { proceedings } from './proceedings';
import { sentenceText, strandOf } from './strand';

const text = (words: string) => ({ record: 'r', digest: 'd', text: words, status: 'intact' });
/** What happened to a suspect, a day each. */
const told = (...all: readonly (readonly [type: string, payload: object])[]) =>
  all.map(([type, payload], nth) => ({
    ...{ type, sequence: nth + 1, actor: 'senior-investigator-norfolk', payload: { subject: 'S1', ...payload } },
    happenedAt: `2021-12-${String(nth + 1).padStart(2, '0')}T10:00:00.000Z`,
  })) as unknown as readonly ShownEvent[];
const suspect = {
  ...{ status: 'charged', offences: ['MSA2015-s2'], months: null, days: 0, sentence: null, youth: false },
  ...{ detention: null, bailUntil: null, chargeRequested: true, remand: 'custody', sent: true, plea: null },
  ...{ trial: null, verdict: null, appeal: null, confiscation: null },
};
const operation = (more: object = {}) =>
  ({
    reference: 'OP-2026-000001',
    subjects: [{ id: 'S1', roles: ['suspect'], aliases: [], identifiers: [], suspect: { ...suspect, ...more } }],
    disclosure: [],
  }) as unknown as OperationView;
const me = { id: 'senior-investigator-norfolk', roles: ['senior-investigating-officer' as const], force: 'norfolk' };
const knownOf = (events: readonly ShownEvent[], more: object = {}) =>
  new Known(operation(more), events, { S1: 'Bence Minta' }, [], [], [], me);

describe('the strand of a suspect', () => {
  it('reads from arrest to sentence, in order and in words', () => {
    const known = knownOf(
      told(
        ['arrestRecorded', { station: 'NOR-WYM' }],
        ['detentionReviewed', { review: 1, outcome: 'continued', note: text('Needed for the interview.') }],
        ['bailed', { until: '2022-03-03', conditions: null }],
        ['chargeRecorded', { offences: ['MSA2015-s2', 'SCA2015-s45'] }],
        ['remandRecorded', { remand: 'custody', court: 'NORWICH-MC' }],
        ['pleaRecorded', { plea: 'not-guilty' }],
        ['trialListed', { date: '2022-11-14', court: 'NORWICH-CC' }],
        ['verdictRecorded', { verdict: 'guilty' }],
        ['sentenceRecorded', { months: 40, court: 'NORWICH-CC' }],
        ['appealDecided', { outcome: 'sentence-varied', months: 36 }],
        ['confiscationOrdered', { pence: 680_000, court: 'NORWICH-CC' }],
      ),
    );
    expect(strandOf(known, 'S1').map(({ title }) => title)).toEqual([
      'Arrested, taken to NOR-WYM',
      'Detention reviewed (review 1): it goes on',
      'Released on bail until 3 March 2022',
      'Charged: Modern Slavery Act 2015 s. 2; Serious Crime Act 2015 s. 45',
      'Remanded in custody by Norwich Magistrates’ Court',
      'Pleaded not guilty',
      'Trial listed for 14 November 2022 at Norwich Crown Court',
      'Found guilty',
      'Sentenced by Norwich Crown Court: 40 months, immediate custody',
      'Appeal decided: sentence varied, now 36 months',
      'Confiscation order of £6,800 by Norwich Crown Court',
    ]);
    expect(strandOf(known, 'S1')[1]?.said).toEqual([
      { field: 'note', label: 'Note', text: 'Needed for the interview.' },
    ]);
    expect(strandOf(known, 'S2')).toEqual([]);
  });

  it('tells a sentence offence by offence', () => {
    const counts = [
      { offence: 'MSA2015-s2', months: 30, days: 0, runs: 'concurrently' },
      { offence: 'SCA2015-s45', months: 1, days: 10, runs: 'consecutively' },
    ];
    const [step] = strandOf(knownOf(told(['sentenceRecorded', { months: 31, days: 10, court: 'X', counts }])), 'S1');
    expect(step?.said.map(({ label, text: said }) => `${label}: ${said}`)).toEqual([
      'Modern Slavery Act 2015 s. 2: 30 months, concurrently',
      'Serious Crime Act 2015 s. 45: 1 month and 10 days, consecutively',
    ]);
    expect(sentenceText({ months: 0, days: 0, kind: 'fine' })).toBe('fine');
  });

  it.each([
    [{ status: 'suspected' }, 'Arrest, or a decision that there is none'],
    [{ status: 'bailed', chargeRequested: true }, 'The charging decision'],
    [{ status: 'charged', plea: null }, 'A plea'],
    [{ status: 'charged', plea: 'not-guilty' }, 'A date for the trial'],
    [{ status: 'charged', plea: 'not-guilty', trial: '2022-11-14' }, 'The verdict'],
    [{ status: 'charged', plea: 'guilty' }, 'The sentence'],
    [{ status: 'sentenced', plea: 'guilty', appeal: 'lodged' }, 'The decision on the appeal'],
    [{ status: 'sentenced', plea: 'guilty', confiscation: { status: 'begun', pence: 1 } }, 'The confiscation order'],
  ])('says of %j what is awaited: %s', (more, awaited) => {
    const [group] = proceedings(knownOf([], more));
    const rows = group?.cards?.[0]?.rows ?? [];
    expect(rows.find(({ label }) => label === 'Next')?.values[0]?.text).toBe(awaited);
  });
});
