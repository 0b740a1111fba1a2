import { AREA_EVENTS } from '../../../domain/operation/area-events';
import { areaSchemas, type CommandName } from '../../../domain/operation/command-schemas';
import type { EventType } from '../../../domain/operation/events';
import { lifecycle, ONWARD, type LifecycleRow } from '../../../domain/operation/lifecycle.v1';
import { STAGES_ENTERED } from '../../../domain/operation/stages-entered';

type Payload = Readonly<Record<string, unknown>>;

/** An event that has happened since somebody began to fill in a form. */
export interface Since {
  readonly type: string;
  readonly payload: Payload;
}

/**
 * Events that add something of their own and change nothing that was there, with the command that records them. `often`: many are
 * recorded one after the other, each about another thing; of the others, a second one of the same may be one too many.
 */
const ADDS: Partial<Record<EventType, { readonly by: CommandName; readonly often?: true }>> = {
  exhibitSeized: { by: 'seizeExhibit', often: true },
  policyDecisionRecorded: { by: 'recordPolicyDecision', often: true },
  searchRecorded: { by: 'recordSearch' },
  safeguardedOnScene: { by: 'recordSafeguardingOnScene' },
  mediaInvestigatorAsked: { by: 'askForMediaInvestigator' },
};
const ADDING: readonly CommandName[] = Object.values(ADDS).map(({ by }) => by);

/**
 * Whether something that has happened concerns the form of a command, so that its author is to look at it before they send it:
 *
 * 1. what takes an operation on, or needs a second person, is about all of it: everything concerns it;
 * 2. a new stage concerns every form;
 * 3. what only adds something concerns nobody but whoever is about to add the same at the same place;
 * 4. what names the same thing does;
 * 5. what names nothing, as a new plan, concerns the forms of its area; and a form that names nothing, all of its area.
 */
export function concerns(command: CommandName, body: object, { type, payload }: Since): boolean {
  const { freshSignIn }: LifecycleRow = lifecycle[command];
  if (freshSignIn === true || Object.values(ONWARD).includes(command) || type in STAGES_ENTERED) return true;
  const named = namedIn(body as Payload);
  const isShared = [...namedIn(payload)].some((one) => named.has(one));
  const adds = ADDS[type as EventType];
  if (adds) return adds.by === command && adds.often !== true && isShared;
  if (isShared) return true;
  if (!AREA_EVENTS[areaOf(command)].some((one) => one === type)) return false;
  const isNarrow = named.size > 0 || ADDING.includes(command);
  return isNarrow ? namedAtTop(payload).length === 0 : true;
}

type Area = keyof typeof areaSchemas & keyof typeof AREA_EVENTS;

const areaOf = (command: CommandName): Area =>
  (Object.keys(areaSchemas) as Area[]).find((area) => command in areaSchemas[area]) as Area;

/** Identifiers of what an operation holds, as S1 or PD12. */
const ID = /^[A-Z]{1,2}[1-9]\d{0,8}$/;
/** Fields that name something by a code, a day or a person. */
const NAMING = ['product', 'date', 'person'];

const namedAtTop = (payload: Payload): readonly string[] =>
  Object.entries(payload).flatMap(([field, value]) =>
    typeof value === 'string' && (ID.test(value) || NAMING.includes(field)) ? [value] : [],
  );

/** Everything that is named, also in lists and in what they hold. Texts are none. */
function namedIn(payload: Payload): ReadonlySet<string> {
  const deeper = Object.entries(payload).flatMap(([field, value]) => {
    const all = Array.isArray(value) ? (value as readonly unknown[]) : [value];
    return all.flatMap((one) => {
      if (typeof one === 'string') return namedAtTop({ [field]: one });
      return typeof one === 'object' && one !== null && !('digest' in one) ? [...namedIn(one as Payload)] : [];
    });
  });
  return new Set(deeper);
}
