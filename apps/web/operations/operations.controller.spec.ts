import { worklistFilters } from '../../api/operations/worklist.schema';
import type { View } from '../http/view';
import type { WebRequest } from '../session/session';
import { createTemplates } from '../views/templates';
import { OperationsController } from './operations.controller';

const templates = createTemplates();
const VIEW = 'a'.repeat(64);
/** Everything that the list can be narrowed by. */
const EVERYTHING = {
  stage: 'assessment',
  leadForce: 'norfolk',
  threatArea: 'organised-immigration-crime',
  mergedInto: 'OP-2026-000001',
  person: 'lead-norfolk',
  awaiting: 'any',
  dueBefore: '2026-12-07T09:00:00.000Z',
  search: 'Ferry',
  order: 'due',
};

/** The list at an address, where there is one saved view. */
async function listAt(query: Readonly<Record<string, string>>, saved: object = {}): Promise<string> {
  const views = [{ id: VIEW, name: 'Mine', owner: 'me', query: saved }];
  const get = (path: string) => Promise.resolve({ items: path.endsWith('/filters') ? views : [], next: null });
  const request = { api: { get }, me: { id: 'me' } } as unknown as WebRequest;
  const { template, data } = (await new OperationsController().list(request, query)) as View;
  return templates.render(template, data);
}

/** What the form above a list sends as it stands. */
function sent(page: string): Readonly<Record<string, string>> {
  const [form = ''] = /<form method="get" action="\/operations"[\s\S]*?<\/form>/.exec(page) ?? [];
  const inputs = [...form.matchAll(/<input[^>]* name="(\w+)" value="([^"]*)"/g)];
  const chosen = [
    ...form.matchAll(/<select[^>]* name="(\w+)"(?:(?!<\/select>)[\s\S])*?<option value="([^"]*)" selected/g),
  ];
  return Object.fromEntries([...inputs, ...chosen].map(([, name = '', value = '']) => [name, value]));
}

describe('the form above the list of operations', () => {
  it('knows all that a list can be narrowed by', () => {
    expect(Object.keys(EVERYTHING).sort()).toEqual(Object.keys(worklistFilters.shape).sort());
  });

  it('sends along what it does not show, whether the address says it or a saved view', async () => {
    expect(sent(await listAt(EVERYTHING))).toEqual(EVERYTHING);
    expect(sent(await listAt({ filter: VIEW }, EVERYTHING))).toEqual(EVERYTHING);
  });

  it('says what that is, unless the view that is looked at does', async () => {
    const { person, dueBefore } = EVERYTHING;
    expect(await listAt({ person, dueBefore })).toMatch(
      /Also narrowed by: Person: [^;]+; Due before: 7 December 2026, 9:00am\./,
    );
    expect(await listAt({ filter: VIEW }, { person })).not.toContain('Also narrowed by');
    expect(await listAt({ filter: VIEW, dueBefore }, { person })).toContain('Also narrowed by: Due before');
    expect(await listAt({ stage: 'assessment' })).not.toContain('Also narrowed by');
  });

  it('stays within a view that is not at hand', async () => {
    const filter = 'b'.repeat(64);
    expect(sent(await listAt({ filter }))).toMatchObject({ filter });
  });
});
