import { ROLES, type Role } from '../../../domain/access/actor';
import { STAGES } from '../../../domain/operation/codes';
import type { CommandName } from '../../../domain/operation/command-schemas';
import type { Blocker } from '../../../domain/operation/decide';
import { explain } from '../../../domain/operation/explain';
import type { Gate } from '../../../domain/operation/gates';
import { lifecycle, type LifecycleRow } from '../../../domain/operation/lifecycle.v1';
import { unopened, type OperationState } from '../../../domain/operation/state';

export type AnyStage = OperationState['stage'];
export const ANY_STAGE: readonly AnyStage[] = ['unopened', ...STAGES];

const stateIn = (stage: AnyStage): OperationState => ({ ...unopened(''), stage });

/** The gates that a command meets in a stage. */
export function gatesOf(command: CommandName, stage: AnyStage): readonly Gate[] {
  const { stages, gates }: LifecycleRow = lifecycle[command];
  return (stages.includes(stage) && gates?.(stateIn(stage))) || [];
}

/** To whom, or in which stage, a command is refused, and with what sentence. */
export interface Refusal {
  readonly to?: readonly Role[];
  readonly stage?: AnyStage;
  /** Code of the gate that is closed. */
  readonly gate?: string;
  readonly sentence: string;
}

/** Every refusal of a command that does not depend on its body, in the words of {@link explain}. */
export function refusalsOf(command: CommandName): readonly Refusal[] {
  const { roles, stages }: LifecycleRow = lifecycle[command];
  const [allowed = 'service'] = roles;
  const [place = 'unopened'] = stages;
  const strangers = ROLES.filter((role) => !roles.includes(role));
  const [stranger] = strangers;
  return [
    ...(stranger === undefined ? [] : [{ to: strangers, sentence: said(command, place, stranger, 'role') }]),
    ...ANY_STAGE.filter((stage) => !stages.includes(stage)).map((stage) => ({
      stage,
      sentence: said(command, stage, allowed, 'stage'),
    })),
    ...stages.flatMap((stage) =>
      gatesOf(command, stage).map(({ code, sentence }) => ({ stage, gate: code, sentence })),
    ),
  ];
}

function said(command: CommandName, stage: AnyStage, role: Role, kind: Blocker['kind']): string {
  const { blockers } = explain(stateIn(stage), command, { id: 'someone', roles: [role], force: '' });
  const sentence = blockers.find((blocker) => blocker.kind === kind)?.sentence;
  if (sentence === undefined) throw new Error(`${command} is not refused to ${role} in ${stage} by its ${kind}`);
  return sentence;
}
