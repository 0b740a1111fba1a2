import type { CommandName } from './lifecycle.v1';
import type { OperationState } from './state';

/** A moment at which the operation itself acts, and the command it then gives itself. */
export interface Due {
  readonly dueAt: string;
  readonly command: CommandName;
  readonly body: Readonly<Record<string, string>>;
}

/** A clock reads the state and lists the moments it is waiting for. */
type Clock = (state: OperationState) => readonly Due[];

/** A Europol message that expects an answer raises one reminder when its period ends without one [P]. */
const europolAnswer: Clock = (state) =>
  state.liaison.messages
    .filter((message) => message.dueAt !== null && !message.answered && !message.reminded)
    .map((message) => ({
      dueAt: message.dueAt as string,
      command: 'raiseEuropolReminder',
      body: { message: message.id, dueAt: message.dueAt as string },
    }));

/** Every clock of an operation lives in this list. */
const CLOCKS: readonly Clock[] = [europolAnswer];

/** All moments the operation waits for, soonest first. One that is closed, or merged into another, waits for nothing. */
export function dues(state: OperationState): readonly Due[] {
  if (state.stage === 'closed' || state.merge !== null) return [];
  return CLOCKS.flatMap((clock) => clock(state)).sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
}
