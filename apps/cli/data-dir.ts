import path from 'node:path';
import type { Command } from 'commander';
import { projectRoot } from '../../platform/checkout';

/** The data folder a command was asked to work on; a relative one is below the checkout, wherever one stands. */
export function dataDirOf(command: Command): string {
  const { data } = command.optsWithGlobals<{ data: string }>();
  return path.resolve(projectRoot(), data);
}
