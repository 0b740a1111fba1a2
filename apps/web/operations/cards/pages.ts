import type { EventType } from '../../../../domain/operation/events';
import type { TranslationSummary } from '../../../api/translations/translations.schema';
import { access } from './access';
import type { Group } from './card';
import { also as forEnforcement, enforcement } from './enforcement';
import { europol } from './europol';
import { files } from './files';
import { intelligence } from './intelligence';
import type { Known } from './known';
import { also as forPeople, people } from './people';
import { also as forProceedings, proceedings } from './proceedings';
import { products } from './products';
import { also as forSafeguarding, safeguarding } from './safeguarding';

/** A section that is shown as people read it, beside everything that is recorded in it. */
export interface SectionPage {
  /** Types of event that it shows beside those of its own areas. */
  readonly also?: readonly EventType[];
  /** Whether it shows how far translations are. */
  readonly translates?: true;
  readonly groups: (known: Known, translations: readonly TranslationSummary[]) => readonly Group[];
}

/** By the name of the section. */
export const SECTION_PAGES: Readonly<Record<string, SectionPage>> = {
  people: { also: forPeople, groups: people },
  intelligence: { groups: intelligence },
  products: { translates: true, groups: products },
  europol: { groups: europol },
  enforcement: { also: forEnforcement, groups: enforcement },
  safeguarding: { also: forSafeguarding, groups: safeguarding },
  proceedings: { also: forProceedings, groups: proceedings },
  files: { groups: files },
  access: { groups: (known) => access(known, new Date().toISOString()) },
};
