import type { Role } from '../../../domain/access/actor';
import { ACCESS_READERS, DIP_SAMPLERS, FIGURE_READERS, mayGive, WORKLOAD_READERS } from '../../../domain/access/rules';
import type { Me } from '../../api/people/me.schema';

interface Tab {
  readonly text: string;
  readonly href: string;
  readonly for: readonly Role[];
}

const SUPERVISORS: readonly Role[] = ['supervisor'];

/** The pages of oversight, in the order in which they are needed. */
const TABS: readonly Tab[] = [
  { text: 'Overview', href: '/oversight', for: SUPERVISORS },
  { text: 'Overdue', href: '/oversight/overdue', for: SUPERVISORS },
  { text: 'Waiting for a decision', href: '/oversight/approvals', for: SUPERVISORS },
  { text: 'Workload', href: '/oversight/workload', for: WORKLOAD_READERS },
  { text: 'Dip samples', href: '/oversight/dip-samples', for: DIP_SAMPLERS },
  { text: 'Who looked', href: '/oversight/access', for: ACCESS_READERS },
  { text: 'Figures', href: '/figures', for: FIGURE_READERS },
  { text: 'Acts on many', href: '/bulk', for: ['supervisor', 'tasking-officer'] },
];

/** Those that somebody may use, the one that is open marked. */
export function oversightTabs(me: Me, path: string) {
  return TABS.filter((tab) => mayGive(me, tab.for)).map(({ text, href }) => ({
    text,
    href,
    active: path === href || (href !== '/oversight' && path.startsWith(`${href}/`)),
  }));
}
