import type { Me } from '../../api/people/me.schema';
import type { Role } from '../../../domain/access/actor';
import { FIGURE_READERS, PROFILE_READERS } from '../../../domain/access/rules';

interface Entry {
  readonly text: string;
  readonly href: string;
  /** Where else its pages are. */
  readonly also?: readonly string[];
  /** Absent: everyone's. */
  readonly for?: readonly Role[];
}

/** The desks, in the order of the navigation. */
const ENTRIES: readonly Entry[] = [
  { text: 'Home', href: '/' },
  {
    text: 'Triage',
    href: '/triage',
    also: ['/referrals', '/contact-requests'],
    for: ['tasking-officer', 'supervisor'],
  },
  { text: 'Operations', href: '/operations', also: ['/views'] },
  { text: 'Oversight', href: '/oversight', also: ['/figures', '/bulk'], for: FIGURE_READERS },
  { text: 'Search', href: '/search' },
  { text: 'Notifications', href: '/notifications' },
  { text: 'People', href: '/people' },
  { text: 'Profiles', href: '/profiles', for: PROFILE_READERS },
  { text: 'Settings', href: '/settings', for: ['administrator'] },
];

/** What somebody's navigation offers, the entry of this page marked. */
export function navigationFor({ roles }: Me, path: string) {
  return ENTRIES.filter(({ for: whose }) => !whose || whose.some((role) => roles.includes(role))).map(
    ({ text, href, also = [] }) => ({ text, href, active: [href, ...also].some((one) => isWithin(path, one)) }),
  );
}

const isWithin = (path: string, entry: string) => path === entry || (entry !== '/' && path.startsWith(`${entry}/`));
