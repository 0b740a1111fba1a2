import { actionsOn } from '../operations/dossier';
import type { Action } from '../operations/read-operation';

/** What can be done about a thing of the board, by a form that has it filled in. */
export interface Act {
  readonly command: string;
  readonly title: string;
  readonly href: string;
}

/** The acts of the day, in the order in which they are offered. */
export const ACTS_OF_THE_DAY = [
  'recordArrest',
  'authoriseDetention',
  'reviewDetention',
  'executeWarrant',
  'recordSearch',
  'seizeExhibit',
  'askForMediaInvestigator',
  'assignMediaInvestigator',
  'recordMediaInvestigatorOnScene',
  'recordSafeguardingOnScene',
  'setEnforcementDay',
  'debriefEnforcementDay',
] as const;
export type ActOfTheDay = (typeof ACTS_OF_THE_DAY)[number];

/** Makes the acts that are offered beside the things of one board, to which their forms lead back. */
export class Acts {
  private readonly allowed: readonly Action[];

  constructor(
    private readonly reference: string,
    actions: readonly Action[],
    /** Address of the board. */
    private readonly back: string,
  ) {
    this.allowed = actions.filter(({ allowed }) => allowed);
  }

  /** Those of some commands that can be given about a thing. @param more what else the form has filled in */
  on(id: string, commands: readonly ActOfTheDay[], more: Readonly<Record<string, string>> = {}): readonly Act[] {
    const those = this.allowed.filter(({ command }) => commands.some((one) => one === command));
    return actionsOn(id, those).map(({ command, title, field }) => this.act(command, title, { [field]: id, ...more }));
  }

  /** One that is about no thing. */
  whole(command: ActOfTheDay, filled: Readonly<Record<string, string>> = {}): readonly Act[] {
    const found = this.allowed.find((one) => one.command === command);
    return found ? [this.act(command, found.title, filled)] : [];
  }

  private act(command: string, title: string, filled: Readonly<Record<string, string>>): Act {
    const query = new URLSearchParams({ ...filled, _to: this.back });
    return { command, title, href: `/operations/${this.reference}/do/${command}?${query.toString()}` };
  }
}
