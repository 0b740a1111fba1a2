import { LIAISON } from '../../../../domain/access/rules';
import type { OperationView } from '../../../api/operations/operation.schema';
import { codeText } from '../../words/codes';
import { countryText } from '../../words/places';
import { day } from '../../words/times';
import { row, words, type Card, type Due, type Group } from './card';
import { clocksAbout } from './dues';
import type { Event, Known } from './known';

type Message = OperationView['liaison']['messages'][number];
type Request = OperationView['europolRequests'][number];

/** Messages through Europol liaison with their answers, what is awaited, and requests across borders. */
export function europol(known: Known): readonly Group[] {
  const { liaison, europolRequests } = known.operation;
  const awaited = liaison.messages.filter((message) => message.dueAt !== null && !message.answered);
  return [
    { title: 'Liaison', cards: [], empty: liaisonText(known) },
    {
      title: 'Awaited answers',
      ...(awaited.length === 0
        ? { empty: 'No answer is awaited.' }
        : {
            table: {
              caption: 'Messages whose answer is awaited',
              head: ['Message', 'To', 'Answer expected by', 'Reminder'],
              rows: awaited.map((message) => ({
                id: `awaited-${message.id}`,
                cells: [
                  { text: message.id, href: `#${message.id}` },
                  { text: countryText(countryAt(known, message.id)) },
                  { text: day(message.dueAt) },
                  { text: message.reminded ? 'Raised' : 'When the period ends' },
                ],
                actions: [],
              })),
            },
          }),
    },
    {
      title: 'Messages',
      intro:
        'Each followed by its answers. The evaluation is the other side’s or ours for them (4x4): a person grades what is taken over to 3x5x2.',
      cards: threaded(known).map(({ message, event, depth }) => messageCard(known, message, event, depth)),
      empty: 'No message is recorded yet.',
      links: known.isFor(LIAISON)
        ? [{ text: 'Take a received message file in', href: `${known.at}/europol/receive` }]
        : [],
    },
    {
      title: 'Requests across borders',
      cards: europolRequests.map((request) => requestCard(known, request)),
      empty: 'None is made or taken yet.',
    },
  ];
}

function liaisonText(known: Known): string {
  const opened = known.of('europolLiaisonOpened').at(-1);
  const notNeeded = known.of('europolLiaisonNotNeeded').at(-1);
  const { status } = known.operation.liaison;
  if (status === 'open' && opened)
    return `Open with ${countryText(opened.payload.country)} since ${day(opened.happenedAt)}: ${opened.payload.purpose.text ?? 'the purpose is not there to be read'}`;
  if (status === 'not-needed' && notNeeded)
    return `Recorded as not needed on ${day(notNeeded.happenedAt)}: ${notNeeded.payload.reason.text ?? 'the reason is not there to be read'}`;
  return 'Not opened yet. Open it, or record why it is not needed, before enforcement ends.';
}

/** The country that liaison was with when a message was recorded. */
function countryAt(known: Known, id: string): string | undefined {
  const message = eventOf(known, id);
  return known
    .of('europolLiaisonOpened')
    .findLast(({ sequence }) => message === undefined || sequence < message.sequence)?.payload.country;
}

const eventOf = (known: Known, id: string) =>
  known.of('europolMessageRecorded').find(({ payload }) => payload.message === id);

interface Threaded {
  readonly message: Message;
  readonly event: Event<'europolMessageRecorded'> | undefined;
  readonly depth: number;
}

/** Each message followed by what answers it. */
function threaded(known: Known): readonly Threaded[] {
  const { messages } = known.operation.liaison;
  const under = (answers: string | null, depth: number): readonly Threaded[] =>
    messages.flatMap((message) => {
      const event = eventOf(known, message.id);
      if ((event?.payload.answers ?? null) !== answers) return [];
      return [{ message, event, depth }, ...under(message.id, depth + 1)];
    });
  return under(null, 0);
}

function messageCard(
  known: Known,
  message: Message,
  event: Event<'europolMessageRecorded'> | undefined,
  depth: number,
): Card {
  const { id, direction, dueAt, answered, reminded } = message;
  const { evaluation, handling, handlingText, theirReference, content, answers } = event?.payload ?? {};
  const isAwaited = dueAt !== null && !answered;
  return known.card(id, {
    title: `${direction === 'out' ? 'Sent' : 'Received'} ${event ? day(event.happenedAt) : ''} (${id})`,
    tags: [
      { text: direction === 'out' ? 'Sent' : 'Received', colour: direction === 'out' ? '' : 'govuk-tag--turquoise' },
      ...(isAwaited ? [{ text: reminded ? 'Answer overdue' : 'Answer awaited', colour: 'govuk-tag--yellow' }] : []),
      ...(answered ? [{ text: 'Answered', colour: 'govuk-tag--green' }] : []),
      ...(depth > 0 ? [{ text: `Answers ${answers ?? ''}`, colour: 'govuk-tag--grey' }] : []),
    ],
    dues: isAwaited ? duesOf(known, id, dueAt) : [],
    rows: [
      ...row('Message', words(content)),
      ...row('Source', evaluation && codeText(evaluation.source, 'source')),
      ...row('Information', evaluation && codeText(evaluation.information, 'information')),
      ...row('Handling', handling && { text: codeText(handling, 'handling') }, words(handlingText)),
      ...row('Their reference', words(theirReference)),
      ...row(direction === 'out' ? 'To' : 'From', countryText(countryAt(known, id))),
    ],
    links:
      direction === 'out' && known.isFor(LIAISON)
        ? [{ text: 'Take it out as a file', href: `${known.at}/europol/messages/${id}/file` }]
        : [],
  });
}

const duesOf = (known: Known, id: string, dueAt: string): readonly Due[] => {
  const clocks = clocksAbout(known.clocks, id);
  return clocks.length > 0 ? clocks : [{ text: 'Answer expected', at: dueAt, isDay: false }];
};

function requestCard(known: Known, { id, kind, country, subject, status }: Request): Card {
  const made = known.of('europolRequestMade').find(({ payload }) => payload.request === id);
  const decided = known.of('europolRequestDecided').find(({ payload }) => payload.request === id);
  const colour =
    status === 'granted' ? 'govuk-tag--green' : status === 'refused' ? 'govuk-tag--red' : 'govuk-tag--yellow';
  return known.card(id, {
    title: `${codeText(kind)}, ${countryText(country)} (${id})`,
    tags: [{ text: status === 'made' ? 'Waits for a decision' : codeText(status), colour }],
    rows: [
      ...row('About', subject && { text: known.named(subject), href: `${known.at}/people#${subject}` }),
      ...row('Asked', words(made?.payload.content)),
      ...row('Made', made && day(made.happenedAt)),
      ...row('Decision', words(decided?.payload.note)),
      ...row('Decided', decided && day(decided.happenedAt)),
    ],
  });
}
