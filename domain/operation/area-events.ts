import { access } from './areas/access/fold';
import { assessment } from './areas/assessment/fold';
import { closure } from './areas/closure/fold';
import { enforcement } from './areas/enforcement/fold';
import { europol } from './areas/europol/fold';
import { files } from './areas/files/fold';
import { intelligence } from './areas/intelligence/fold';
import { merging } from './areas/merging/fold';
import { orders } from './areas/orders/fold';
import { people } from './areas/people/fold';
import { proceedings } from './areas/proceedings/fold';
import { products } from './areas/products/fold';
import { referral } from './areas/referral/fold';
import { safeguarding } from './areas/safeguarding/fold';
import { texts } from './areas/texts/fold';
import type { EventType } from './events';

const FOLDS = {
  ...{ referral, assessment, merging, people, intelligence, products, europol, enforcement, proceedings, safeguarding },
  ...{ orders, closure, texts, files, access },
};

/** The types of event of each area of an operation. */
export const AREA_EVENTS = Object.fromEntries(
  Object.entries(FOLDS).map(([area, fold]) => [area, Object.keys(fold)]),
) as unknown as Readonly<Record<keyof typeof FOLDS, readonly EventType[]>>;
