import type { EventType } from '../../../domain/operation/events';
import type { ShownEvent } from '../../api/timeline/timeline.read';
import type { Names } from '../operations/names';
import { eachSaidBy, saidBy, type Said } from '../operations/shown-event';
import { differenceOf, type Difference } from './difference';

type Event = Pick<ShownEvent, 'sequence' | 'type' | 'happenedAt' | 'actor' | 'payload'>;

/** What an event says anew that an earlier one has said about the same thing. */
interface Restated {
  readonly fields: readonly string[];
  /** The field that names the thing; absent: it is said of the operation as a whole. */
  readonly of?: string;
  /** Events of other types that say the same. */
  readonly also?: readonly EventType[];
}

/**
 * The events that take the place of what was said before. What each act says only of itself, as a reason or a note, is no
 * change; nor is what a further act adds, as a second visit or another exhibit.
 */
const RESTATED: Readonly<Partial<Record<EventType, Restated>>> = {
  markingChanged: { fields: ['marking'], also: ['referralOpened'] },
  handedOver: { fields: ['leadForce'], also: ['referralOpened'] },
  referralSourceRecorded: { fields: ['source', 'consent', 'anonymous', 'contact'] },
  threatScoreRecorded: { fields: ['assessment'] },
  adopted: { fields: ['codename', 'products'], also: ['referralOpened'] },
  taskingPlanRecorded: { fields: ['pursue', 'prevent', 'protect', 'prepare'] },
  subjectRolesChanged: { fields: ['roles'], of: 'subject', also: ['subjectAdded'] },
  safeguardingPlanRecorded: { fields: ['plan'], of: 'subject' },
  reportSanitised: { fields: ['content'], of: 'report', also: ['intelligenceReported'] },
  extractConfirmed: { fields: ['mapping', 'providers'], of: 'translation' },
  productCompleted: { fields: ['summary', 'translation'], of: 'product' },
  packageSubmitted: { fields: ['summary'] },
  enforcementPlanSigned: { fields: ['plan', 'policyFile', 'premises'] },
  mediaInvestigatorAssigned: { fields: ['person'], of: 'request' },
  disclosureItemAmended: { fields: ['description'], of: 'item', also: ['disclosureItemListed'] },
  disclosureDecided: { fields: ['decision'], of: 'item' },
  chargeRecorded: { fields: ['offences'], of: 'subject' },
  bailed: { fields: ['until', 'conditions'], of: 'subject' },
  remandRecorded: { fields: ['remand', 'court'], of: 'subject' },
  pleaRecorded: { fields: ['plea'], of: 'subject' },
  trialListed: { fields: ['court', 'date'], of: 'subject' },
  verdictRecorded: { fields: ['verdict'], of: 'subject' },
  sentenceRecorded: { fields: ['months', 'days', 'kind', 'court', 'counts'], of: 'subject' },
  confiscationOrdered: { fields: ['pence', 'court'], of: 'subject' },
  orderMade: { fields: ['interim', 'youthCourt', 'from', 'until', 'conditions'], of: 'order' },
  monitoringOfficerAssigned: { fields: ['person'], of: 'order' },
  needsAssessed: { fields: ['needs'], of: 'victim' },
  consentRecorded: { fields: ['consent'], of: 'victim' },
  reasonableGroundsDecided: { fields: ['positive'], of: 'victim' },
  conclusiveGroundsDecided: { fields: ['positive'], of: 'victim' },
  accommodationRecorded: { fields: ['place'], of: 'victim' },
  safeguardingHandedOver: { fields: ['to'], of: 'victim' },
  disruptionAssessed: { fields: ['disruption'] },
  targetDisrupted: { fields: ['disruption'], of: 'target' },
  closingItemSettled: { fields: ['outcome'], of: 'item' },
  debriefRecorded: { fields: ['debrief', 'reviewDate'] },
  benefitEstimated: { fields: ['pencePerDay', 'victims', 'days', 'pence', 'method'] },
  retentionSet: { fields: ['group'] },
};

/** Events that say both what was there before and what is there from then on. */
const MOVED: readonly EventType[] = ['stageAdvanced', 'rollbackApproved', 'exhibitHandedOver'];

/** The types of event that have to be known to say what others have changed. */
export const RESTATED_EVENTS: readonly EventType[] = [
  ...new Set(Object.entries(RESTATED).flatMap(([type, { also = [] }]) => [type as EventType, ...also])),
];

export interface Change extends Difference {
  readonly label: string;
  /** The event that said what was there before; absent where the event itself says it. */
  readonly since?: Pick<Event, 'sequence' | 'type' | 'happenedAt' | 'actor'>;
}

/** Which events to ask the API for, to say what an event has changed; nothing where it can have changed nothing. */
export function earlierThan({ type, sequence, payload }: Event) {
  const restated = RESTATED[type as EventType];
  if (!restated) return undefined;
  const { of, also = [] } = restated;
  return {
    type: [type, ...also].join(','),
    before: sequence,
    order: 'desc',
    limit: 100,
    ...(of === undefined ? {} : { about: String(payload[of]) }),
  };
}

/**
 * What an event has changed, field by field, compared with the last one before it that said the same about the same thing.
 *
 * @param events among which those before it are looked for
 */
export function changesOf(event: Event, events: readonly Event[], names: Names): readonly Change[] {
  if (MOVED.includes(event.type as EventType)) return [moved(event, names)];
  const restated = RESTATED[event.type as EventType];
  if (!restated) return [];
  const { fields, of, also = [] } = restated;
  const earlier = events
    .filter(({ type, sequence }) => sequence < event.sequence && (type === event.type || also.includes(type as never)))
    .filter(({ payload }) => of === undefined || payload[of] === event.payload[of])
    .sort((one, other) => other.sequence - one.sequence);
  return fields.flatMap((field) => {
    const before = earlier.find(({ payload }) => payload[field] !== undefined);
    return before ? restatedIn(field, before, event, names) : [];
  });
}

function restatedIn(field: string, before: Event, event: Event, names: Names): readonly Change[] {
  const [old, now] = [before, event].map(({ payload }) => eachSaidBy({ [field]: payload[field] }, names)) as [
    readonly Said[],
    readonly Said[],
  ];
  const { sequence, type, happenedAt, actor } = before;
  const labels = [...new Set([...old, ...now].map(({ label }) => label))];
  return labels.flatMap((label) => {
    const difference = differenceOf(
      old.find((said) => said.label === label),
      now.find((said) => said.label === label),
    );
    return difference ? [{ label, ...difference, since: { sequence, type, happenedAt, actor } }] : [];
  });
}

function moved({ payload, type }: Event, names: Names): Change {
  const { from, to } = payload;
  const said = (value: unknown) => saidBy({ to: value }, names)[0];
  const label = type === 'exhibitHandedOver' ? 'Held by' : 'Stage';
  return { label, ...(differenceOf(said(from), said(to)) ?? { before: [], now: [] }) };
}
