import type { LexiconOfForce } from '../../api/translations/lexicons.controller';
import type { Api } from '../api-client/api';

/** By what a term is named. */
export interface Named {
  readonly language: string;
  readonly term: string;
}
type Changes = LexiconOfForce['changes'];

export const lexiconAt = (force: string) => `/settings/lexicons/${encodeURIComponent(force)}`;
const apiAt = (force: string) => `/api/v1/lexicons/${encodeURIComponent(force)}`;

export const readLexicon = (api: Api, force: string) => api.get<LexiconOfForce>(apiAt(force));

/** Makes one change to what stands now, so that what a colleague has changed meanwhile stays. */
export async function saveChanged(
  api: Api,
  force: string,
  change: (changes: Changes) => Changes,
): Promise<LexiconOfForce> {
  const { changes } = await readLexicon(api, force);
  return api.put<LexiconOfForce>(apiAt(force), change(changes));
}

/** A term as the end of an address names it. */
export const termQuery = ({ language, term }: Named): string => new URLSearchParams({ language, term }).toString();

/** Whether a term is of a language and theme, and written or meant like what is looked for. */
export function isOf(
  { language, theme, term, forms = [], meaning }: LexiconOfForce['terms'][number],
  asked: { readonly language: string; readonly theme: string; readonly search: string },
): boolean {
  const sought = asked.search.trim().toLowerCase();
  return (
    (asked.language === '' || asked.language === language) &&
    (asked.theme === '' || asked.theme === theme) &&
    [term, meaning, ...forms].some((text) => text.toLowerCase().includes(sought))
  );
}
