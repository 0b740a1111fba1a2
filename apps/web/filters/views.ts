import type { FilterPage, SavedFilter } from '../../api/filters/filter.schema';
import type { Api } from '../api-client/api';
import { codeText } from '../words/codes';
import { fieldLabel } from '../words/fields';
import { personText } from '../words/people';
import { moment } from '../words/times';

export const FILTERS = '/api/v1/filters';
export const filterAt = (id: string) => `${FILTERS}/${encodeURIComponent(id)}`;

/** Where somebody sees what a view shows. Whoever it is shared with sees, under the same address, what they may see of it. */
export const viewAt = (id: string) => `/operations?filter=${id}`;

/** As many views as one person and their force have on a page. */
const MOST = 100;

/** The views of whoever asks, and those that others share with their force. */
export async function readViews(api: Api, me: string) {
  const { items } = await api.get<FilterPage>(FILTERS, { limit: MOST });
  return {
    own: items.filter(({ owner }) => owner === me),
    shared: items.filter(({ owner }) => owner !== me),
  };
}

/** What a view shows, in words. */
export function viewWords({ query }: Pick<SavedFilter, 'query'>): string {
  const parts = Object.entries(query).map(([name, value]) => `${fieldLabel(name)}: ${valueText(name, String(value))}`);
  return parts.length === 0 ? 'All operations' : parts.join('; ');
}

function valueText(name: string, value: string): string {
  if (name === 'person') return personText(value);
  return name === 'dueBefore' ? moment(value) : codeText(value, name);
}
