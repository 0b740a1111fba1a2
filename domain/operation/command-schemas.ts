import type { z } from 'zod';
import type { Withheld } from '../text/text';
import * as assessment from './commands/assessment.schema';
import * as closure from './commands/closure.schema';
import * as enforcement from './commands/enforcement.schema';
import * as europol from './commands/europol.schema';
import * as people from './commands/people.schema';
import * as proceedings from './commands/proceedings.schema';
import * as products from './commands/products.schema';
import * as referral from './commands/referral.schema';

/**
 * The schema of every command's body: the one source of its type, its validation and its documentation. Import it as a
 * type only from anything that a workflow bundles.
 */
export const commandSchemas = {
  ...referral,
  ...assessment,
  ...people,
  ...products,
  ...europol,
  ...enforcement,
  ...proceedings,
  ...closure,
} as const;

export type CommandName = keyof typeof commandSchemas;

/** A command's body as the domain sees it: validated, each text put aside. */
export type CommandBody<C extends CommandName> = Withheld<z.output<(typeof commandSchemas)[C]>>;
