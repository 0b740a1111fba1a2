import type { OperationView } from '../../../api/operations/operation.schema';
import { codeText } from '../../words/codes';
import { personText } from '../../words/people';
import { courtText } from '../../words/places';
import { day } from '../../words/times';
import { row, words, type Card, type Group, type Step } from './card';
import type { Event, Known } from './known';
import { withoutIn } from './said';

type Exhibit = OperationView['exhibits'][number];

export const also = ['arrestRecorded'] as const;

/** Premises, warrants, exhibits with their chain of custody, and the policy file. */
export function enforcement(known: Known): readonly Group[] {
  const { operation, at } = known;
  return [
    {
      title: 'Days of enforcement',
      cards: operation.days.map((one) => dayCard(known, one)),
      empty: 'No day is set yet.',
    },
    {
      title: 'Premises',
      intro: 'Those of the signed plan, each with what entitles officers to enter it.',
      cards: (operation.plan?.premises ?? []).map((premises) => premisesCard(known, premises)),
      empty: 'No plan is signed yet: it names the premises.',
    },
    {
      title: 'Exhibits',
      intro: 'Each with everybody who held it, in order.',
      cards: operation.exhibits.map((exhibit) => exhibitCard(known, exhibit)),
      empty: 'Nothing is seized yet.',
    },
    {
      title: 'Policy file',
      cards: [],
      empty:
        operation.policyDecisions === 0
          ? 'No decision is recorded yet.'
          : `${operation.policyDecisions} decision${operation.policyDecisions === 1 ? ' is' : 's are'} recorded beside the plan.`,
      links: [{ text: 'Read and print the policy file', href: `${at}/policy-file` }],
    },
  ];
}

function dayCard(known: Known, { date, debriefed }: OperationView['days'][number]): Card {
  const set = known.of('enforcementDaySet').find(({ payload }) => payload.date === date);
  const debrief = known.of('enforcementDayDebriefed').find(({ payload }) => payload.date === date);
  return known.card(date, {
    title: day(date),
    tags: [
      debriefed
        ? { text: 'Debriefed', colour: 'govuk-tag--green' }
        : { text: 'Not debriefed', colour: 'govuk-tag--yellow' },
    ],
    rows: [...row('Briefing', words(set?.payload.briefing)), ...row('Debrief', words(debrief?.payload.debrief))],
  });
}

function premisesCard(known: Known, id: string): Card {
  const plan = known
    .of('enforcementPlanSigned')
    .findLast(({ payload }) => payload.premises.some((one) => one.premises === id));
  const planned = plan?.payload.premises.find((one) => one.premises === id);
  const warrants = known.operation.warrants.filter(({ premises }) => premises === id);
  const asked = known.operation.mediaRequests.filter(({ premises }) => premises === id);
  const exhibits = known.of('exhibitSeized').filter(({ payload }) => payload.premises === id);
  return known.card(id, {
    rows: [
      ...row('Power to enter', planned && codeText(planned.power)),
      ...row(
        'Warrants',
        ...warrants.map((warrant) => ({
          text: `${codeText(warrant.power)}: ${codeText(warrant.status).toLowerCase()}`,
          beside: `${courtOf(known, warrant.id)}, ${warrant.id}`,
          ...known.actOn(warrant.id),
        })),
      ),
      ...row(
        'Digital media investigators',
        ...asked.map(({ id: request, person, status }) => ({
          text: person === null ? 'Asked for' : personText(person),
          beside: `${codeText(status).toLowerCase()}, ${request}`,
          ...known.actOn(request),
        })),
      ),
      ...row(
        'Exhibits',
        ...exhibits.map(({ payload }) => ({ text: known.named(payload.exhibit), href: `#${payload.exhibit}` })),
      ),
    ],
    steps: known
      .of('searchRecorded', 'safeguardedOnScene')
      .filter(({ payload }) => payload.premises === id)
      .map((event): Step => {
        const title =
          event.type === 'searchRecorded' ? `Searched: ${codeText(event.payload.power)}` : 'Safeguarding on scene';
        const said = withoutIn(event, known.names, ['premises', 'power', 'search']);
        return { title, at: event.happenedAt, by: event.actor, said, state: 'done' };
      }),
    stepsTitle: 'What happened there',
  });
}

const courtOf = (known: Known, id: string) => {
  const applied = known.of('warrantApplied').find(({ payload }) => payload.warrant === id);
  return applied === undefined ? '' : courtText(applied.payload.court);
};

type Custody = Event<'exhibitSeized' | 'exhibitHandedOver' | 'deviceExtracted' | 'exhibitDisposed'>;

function exhibitCard(known: Known, { id, kind, holder, extracted, status }: Exhibit): Card {
  const custody = known
    .of('exhibitSeized', 'exhibitHandedOver', 'deviceExtracted', 'exhibitDisposed')
    .filter(({ payload }) => payload.exhibit === id);
  const seized = custody.find((event): event is Event<'exhibitSeized'> => event.type === 'exhibitSeized');
  return known.card(id, {
    tags: [
      { text: codeText(kind) },
      status === 'disposed'
        ? { text: 'Disposed of', colour: 'govuk-tag--grey' }
        : { text: 'Held', colour: 'govuk-tag--green' },
      ...(extracted ? [{ text: 'Extracted', colour: 'govuk-tag--turquoise' }] : []),
    ],
    rows: [
      ...row('What it is', words(seized?.payload.description)),
      ...row('Held by', status === 'held' && personText(holder)),
      ...row(
        'Found at',
        seized?.payload.premises && { text: known.named(seized.payload.premises), href: `#${seized.payload.premises}` },
      ),
      ...row(
        'Seized from',
        seized?.payload.subject && {
          text: known.named(seized.payload.subject),
          href: `${known.at}/people#${seized.payload.subject}`,
        },
      ),
    ],
    steps: custody.map((event) => ({
      title: custodyText(event),
      at: event.happenedAt,
      by: event.actor,
      said: withoutIn(event, known.names, [
        'exhibit',
        'kind',
        'premises',
        'subject',
        'description',
        'from',
        'to',
        'handovers',
        'where',
        'disposal',
      ]),
      state: 'done' as const,
    })),
    stepsTitle: 'Chain of custody',
    links: [{ text: 'On the link chart', href: `${known.at}/links?around=${id}` }],
  });
}

function custodyText(event: Custody): string {
  switch (event.type) {
    case 'exhibitSeized':
      return `Seized by ${personText(event.actor)}`;
    case 'exhibitHandedOver':
      return `From ${personText(event.payload.from)} to ${personText(event.payload.to)}`;
    case 'deviceExtracted':
      return `Extracted ${event.payload.where === 'on-scene' ? 'on scene' : 'in the laboratory'}`;
    case 'exhibitDisposed':
      return codeText(event.payload.disposal);
  }
}
