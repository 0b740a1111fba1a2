import type { z } from 'zod';
import type { Withheld } from '../text/text';
import * as access from './areas/access/commands.schema';
import * as assessment from './areas/assessment/commands.schema';
import * as closure from './areas/closure/commands.schema';
import * as enforcement from './areas/enforcement/commands.schema';
import * as europol from './areas/europol/commands.schema';
import * as files from './areas/files/commands.schema';
import * as intelligence from './areas/intelligence/commands.schema';
import * as merging from './areas/merging/commands.schema';
import * as orders from './areas/orders/commands.schema';
import * as people from './areas/people/commands.schema';
import * as proceedings from './areas/proceedings/commands.schema';
import * as products from './areas/products/commands.schema';
import * as referral from './areas/referral/commands.schema';
import * as safeguarding from './areas/safeguarding/commands.schema';
import * as texts from './areas/texts/commands.schema';

/** The schemas by area, in the order of the main road. */
export const areaSchemas = {
  referral,
  assessment,
  merging,
  people,
  intelligence,
  products,
  europol,
  enforcement,
  proceedings,
  safeguarding,
  orders,
  closure,
  texts,
  files,
  access,
} as const;

export type AreaName = keyof typeof areaSchemas;

/**
 * The schema of every command's body: the one source of its type, its validation and its documentation. Import it as a
 * type only from anything that a workflow bundles.
 */
export const commandSchemas = {
  ...referral,
  ...assessment,
  ...merging,
  ...people,
  ...intelligence,
  ...products,
  ...europol,
  ...enforcement,
  ...proceedings,
  ...safeguarding,
  ...orders,
  ...closure,
  ...texts,
  ...files,
  ...access,
} as const;

export type CommandName = keyof typeof commandSchemas;

/** A command's body as its schema yields it: validated, its texts still in it. */
export type HeldBody<C extends CommandName> = z.output<(typeof commandSchemas)[C]>;

/** A command's body as the domain sees it: validated, each text put aside. */
export type CommandBody<C extends CommandName> = Withheld<HeldBody<C>>;
