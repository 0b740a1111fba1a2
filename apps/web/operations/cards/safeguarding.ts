import { recoveryPeriod } from '../../../../domain/operation/areas/safeguarding/recovery-period';
import type { OperationView } from '../../../api/operations/operation.schema';
import { codeText } from '../../words/codes';
import { countryText } from '../../words/places';
import { day, isoDay } from '../../words/times';
import { row, words, type Card, type Group, type Step } from './card';
import { clocksAbout } from './dues';
import type { Known } from './known';
import { withoutIn } from './said';

type Victim = OperationView['victims'][number];

export const also = ['safeguardingPlanRecorded', 'subjectAdded', 'subjectReclassified'] as const;

const TITLES = {
  victimRecordOpened: () => 'Safeguarding record opened',
  needsAssessed: () => 'Needs assessed',
  consentRecorded: ({ consent }: { consent: boolean }) =>
    consent ? 'Consented to a referral' : 'Did not consent to a referral',
  referredToNrm: () => 'Referred to the National Referral Mechanism',
  dutyToNotifyDone: () => 'Duty to notify done, without a referral',
  reasonableGroundsDecided: ({ positive }: { positive: boolean }) =>
    positive ? 'Reasonable grounds decision: positive' : 'Reasonable grounds decision: negative',
  conclusiveGroundsDecided: ({ positive }: { positive: boolean }) =>
    positive ? 'Conclusive grounds decision: positive' : 'Conclusive grounds decision: negative',
  reconsiderationRequested: () => 'Reconsideration asked for',
  supportRecorded: () => 'Support given',
  accommodationRecorded: () => 'Safe accommodation found',
  returnRecorded: ({ country }: { country: string }) => `Returned to ${countryText(country)}`,
  safeguardingHandedOver: () => 'Safeguarding handed over',
} as const;
const TYPES = Object.keys(TITLES) as (keyof typeof TITLES)[];

/** Potential victims, each with what protects them and their way through the National Referral Mechanism. */
export function safeguarding(known: Known): readonly Group[] {
  const { subjects, victims } = known.operation;
  const unopened = subjects.filter(
    ({ id, roles }) => roles.includes('potential-victim') && !victims.some((victim) => victim.id === id),
  );
  return [
    {
      title: 'Potential victims',
      intro: 'Who somebody is stands in a record of its own, which only those read who hold the permission for it.',
      cards: victims.map((victim) => victimCard(known, victim)),
      empty: 'No safeguarding record is open yet.',
    },
    ...(unopened.length === 0
      ? []
      : [
          {
            title: 'Without a safeguarding record',
            cards: unopened.map(({ id, safeguardingPlan }) =>
              known.card(id, {
                rows: row('Safeguarding plan', words(safeguardingPlan), !safeguardingPlan && 'None yet'),
              }),
            ),
          },
        ]),
  ];
}

function victimCard(known: Known, victim: Victim): Card {
  const { id, age, exploitation, needs, handedOver } = victim;
  const opened = known.of('victimRecordOpened').find(({ payload }) => payload.victim === id);
  const place = known.of('accommodationRecorded').findLast(({ payload }) => payload.victim === id);
  const plan = known.operation.subjects.find((subject) => subject.id === id)?.safeguardingPlan;
  return known.card(id, {
    tags: [
      {
        text: age === 'unsure' ? 'Age not known: treated as a child' : codeText(age),
        colour: age === 'adult' ? '' : 'govuk-tag--orange',
      },
      handedOver
        ? { text: 'Handed over', colour: 'govuk-tag--green' }
        : { text: 'In our care', colour: 'govuk-tag--purple' },
    ],
    dues: [...clocksAbout(known.clocks, id), ...recoveryDue(known, victim)],
    rows: [
      ...row('Who this is', words(opened?.payload.identity)),
      ...row('Exploitation suspected', ...exploitation.map((form) => codeText(form))),
      ...row('Safeguarding plan', words(plan), !plan && 'None yet'),
      ...row('Needs', ...needs.map((need) => codeText(need))),
      ...row('Recovery period', recoveryText(known, victim)),
      ...row('Safe accommodation', words(place?.payload.place)),
      ...row('Next', nextOf(victim)),
    ],
    steps: stepsOf(known, victim),
    stepsTitle: 'Step by step',
    links: [{ text: 'All that is recorded of this person', href: `${known.at}/people#${id}` }],
  });
}

const decided = (known: Known, { id }: Victim) =>
  known.of('reasonableGroundsDecided').findLast(({ payload }) => payload.victim === id && payload.positive);

function recoveryText(known: Known, victim: Victim): string | undefined {
  const decision = victim.reasonableGrounds === true ? decided(known, victim) : undefined;
  if (!decision) return undefined;
  const { days, lastDay } = recoveryPeriod(isoDay(decision.happenedAt));
  const until = `${days} days beginning with the decision: until ${day(lastDay)} at least`;
  const conclusive = known.of('conclusiveGroundsDecided').findLast(({ payload }) => payload.victim === victim.id);
  if (victim.conclusiveGrounds === null) return `${until}, and until the conclusive grounds decision if that is later`;
  return conclusive && isoDay(conclusive.happenedAt) > lastDay
    ? `${until}; it lasted until the conclusive grounds decision of ${day(conclusive.happenedAt)}`
    : until;
}

function recoveryDue(known: Known, victim: Victim) {
  const decision =
    victim.reasonableGrounds === true && victim.conclusiveGrounds === null ? decided(known, victim) : undefined;
  if (!decision || victim.handedOver) return [];
  return [
    { text: 'Recovery period lasts at least', at: recoveryPeriod(isoDay(decision.happenedAt)).lastDay, isDay: true },
  ];
}

function nextOf({
  age,
  consent,
  notified,
  reasonableGrounds,
  conclusiveGrounds,
  handedOver,
}: Victim): string | undefined {
  if (handedOver) return undefined;
  if (notified === null) {
    if (age !== 'adult') return 'Refer to the National Referral Mechanism: a child’s consent is not needed';
    if (consent === null) return 'Ask whether the person consents to a referral';
    return consent
      ? 'Refer to the National Referral Mechanism'
      : 'Do the duty to notify, without the person’s identity (MSA 2015 s. 52)';
  }
  if (notified === 'nrm' && reasonableGrounds === null)
    return 'The reasonable grounds decision; its target is 5 working days';
  if (reasonableGrounds === false) return 'Ask for reconsideration within 30 days, or hand over';
  if (reasonableGrounds === true && conclusiveGrounds === null)
    return 'The conclusive grounds decision, after the recovery period';
  return 'Hand safeguarding over to whoever looks after the person';
}

function stepsOf(known: Known, { id }: Victim): readonly Step[] {
  return known
    .of(...TYPES)
    .filter(({ payload }) => payload.victim === id)
    .map((event) => ({
      title: (TITLES[event.type] as (payload: object) => string)(event.payload),
      at: event.happenedAt,
      by: event.actor,
      said: withoutIn(event, known.names, [
        'victim',
        'consent',
        'positive',
        'country',
        'age',
        'exploitation',
        'identity',
        'of',
      ]),
      state: 'done' as const,
    }));
}
