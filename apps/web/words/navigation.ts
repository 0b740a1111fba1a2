import type { Me } from '../../api/people/me.schema';
import type { Role } from '../../../domain/access/actor';

interface Entry {
  readonly text: string;
  readonly href: string;
  /** Absent: everyone's. */
  readonly for?: readonly Role[];
}

/** The desks, in the order of the navigation. */
const ENTRIES: readonly Entry[] = [
  { text: 'Home', href: '/' },
  { text: 'Operations', href: '/operations' },
  { text: 'Search', href: '/search' },
  { text: 'Notifications', href: '/notifications' },
  { text: 'People', href: '/people' },
];

/** What somebody's navigation offers, the entry of this page marked. */
export function navigationFor({ roles }: Me, path: string) {
  return ENTRIES.filter(({ for: whose }) => !whose || whose.some((role) => roles.includes(role))).map(
    ({ text, href }) => ({
      text,
      href,
      active: href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`),
    }),
  );
}
