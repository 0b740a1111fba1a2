import type { Me } from '../../api/people/me.schema';
import { ACCESS_READERS, EXPORTERS, mayGive } from '../../../domain/access/rules';

/** The pages beside a timeline that somebody may use, the one that is open marked. */
export function tabsFor(me: Me, reference: string, open: 'timeline' | 'access' | 'proof' | 'export') {
  const all = [
    { name: 'timeline', text: 'What happened', at: '', shown: true },
    { name: 'access', text: 'Who looked', at: '/access', shown: mayGive(me, ACCESS_READERS) },
    { name: 'proof', text: 'Proof', at: '/proof', shown: true },
    { name: 'export', text: 'Export', at: '/export', shown: mayGive(me, EXPORTERS) },
  ];
  return all
    .filter(({ shown }) => shown)
    .map(({ name, text, at }) => ({ text, href: `/operations/${reference}/timeline${at}`, active: name === open }));
}
