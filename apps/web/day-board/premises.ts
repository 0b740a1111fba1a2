import { WARRANTS } from '../../../domain/operation/codes';
import type { OperationView } from '../../api/operations/operation.schema';
import type { ShownEvent } from '../../api/timeline/timeline.read';
import { spoken } from '../operations/names';
import type { Act, Acts } from './acts';
import { ofType } from './shown';

type WarrantStatus = OperationView['warrants'][number]['status'];

export interface WarrantOnDay {
  readonly id: string;
  readonly power: string;
  readonly status: WarrantStatus;
  /** When it came to be so. */
  readonly at: string | undefined;
  readonly acts: readonly Act[];
}

export interface PremisesOnDay {
  readonly id: string;
  readonly address: string;
  /** What the plan says entitles officers to enter. */
  readonly power: string;
  readonly warrants: readonly WarrantOnDay[];
  /** Whether the plan rests on a warrant that nobody has applied for. */
  readonly lacksWarrant: boolean;
  readonly searches: readonly { readonly at: string; readonly power: string; readonly outcome: string }[];
  readonly acts: readonly Act[];
}

const ADDRESS_LENGTH = 120;
const OUTCOME_LENGTH = 200;
const CHANGES = ['warrantApplied', 'warrantGranted', 'warrantRefused', 'warrantExecuted', 'warrantReturned'] as const;

/** The premises of the signed plan in its order, each with its power or warrant, and whether it has been searched. */
export function premisesOnDay(
  operation: Pick<OperationView, 'plan' | 'warrants'>,
  events: readonly ShownEvent[],
  acts: Acts,
): readonly PremisesOnDay[] {
  const planned = ofType(events, 'enforcementPlanSigned').flatMap(({ payload }) => payload.premises);
  const searches = ofType(events, 'searchRecorded');
  return (operation.plan?.premises ?? []).map((id) => {
    const entry = planned.find(({ premises }) => premises === id);
    const power = entry?.power ?? '';
    const warrants = operation.warrants.filter(({ premises }) => premises === id);
    return {
      id,
      address: spoken(entry?.address, ADDRESS_LENGTH) || id,
      power,
      warrants: warrants.map((one) => warrantOnDay(one, events, acts)),
      lacksWarrant: WARRANTS.some((one) => one === power) && !warrants.some((one) => one.power === power),
      searches: searches
        .filter(({ payload }) => payload.premises === id)
        .map(({ happenedAt, payload }) => ({
          at: happenedAt,
          power: payload.power,
          outcome: spoken(payload.outcome, OUTCOME_LENGTH),
        })),
      acts: [
        ...acts.on(id, ['recordSearch'], power === '' ? {} : { power }),
        ...acts.on(id, ['seizeExhibit', 'askForMediaInvestigator', 'recordSafeguardingOnScene']),
      ],
    };
  });
}

function warrantOnDay(
  { id, power, status }: OperationView['warrants'][number],
  events: readonly ShownEvent[],
  acts: Acts,
): WarrantOnDay {
  const changes = CHANGES.flatMap((type) => ofType(events, type)).filter(({ payload }) => payload.warrant === id);
  return {
    id,
    power,
    status,
    at: changes.at(-1)?.happenedAt,
    acts: status === 'granted' ? acts.on(id, ['executeWarrant']) : [],
  };
}
