import { lifecycle } from '../../../domain/operation/lifecycle.v1';
import type { CommandName } from '../../../domain/operation/command-schemas';

/** What a command is called; one that is not there any more, by its name. */
export const commandTitle = (command: string): string =>
  command in lifecycle ? lifecycle[command as CommandName].title : command;
