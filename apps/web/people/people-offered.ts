import type { Api } from '../api-client/api';
import type { Option } from '../forms/field';
import { codeText } from '../words/codes';
import { personText } from '../words/people';

interface Person {
  readonly id: string;
  readonly force: string;
  readonly roles: readonly string[];
}

interface Page {
  readonly items: readonly Person[];
  readonly next: string | null;
}

/** Everybody who can be chosen in a form, in the order of their names; nobody where whoever asks is told of nobody. */
export async function peopleOffered(api: Api): Promise<readonly Option[]> {
  const found: Person[] = [];
  let next: string | null = '/api/v1/people?limit=100';
  for (let pages = 0; next !== null && pages < 20; pages++) {
    const page: Page = (await api.find<Page>(next)) ?? { items: [], next: null };
    found.push(...page.items);
    ({ next } = page);
  }
  return found.map(({ id, force, roles }) => ({
    value: id,
    text: `${personText(id)} – ${roles.map((role) => codeText(role)).join(', ')}, ${codeText(force)}`,
  }));
}
