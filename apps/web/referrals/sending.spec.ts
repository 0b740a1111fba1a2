import type { Api } from '../api-client/api';
import { ApiProblem, unreachable } from '../api-client/problem';
import type { Act, Draft } from './draft';
import type { Drafts } from './drafts.service';
import type { ReferralForms } from './referral-forms';
import { Sending } from './sending.service';

const ACTS: readonly Act[] = [
  { key: 'd:open', command: 'openReferral', body: { marking: 'OFFICIAL' } },
  { key: 'd:one', command: 'addSubject', subject: 'one', body: { name: 'Bence Minta' } },
  {
    key: 'd:one:identifier-0',
    command: 'addIdentifier',
    subject: 'one',
    body: { kind: 'phone', value: '07700 900123' },
  },
  { key: 'd:two', command: 'addSubject', subject: 'two', body: { name: 'Katinka Példa' } },
  { key: 'd:two:alias-0', command: 'addAlias', subject: 'two', body: { alias: 'Kati' } },
];
const DRAFT: Draft = { id: 'd', begunAt: '', changedAt: '', steps: {}, subjects: [], acts: ACTS };

const blocked = (sentence: string) =>
  new ApiProblem({
    ...{ type: '/problems/blocked', title: 'No', status: 422 },
    blockers: [{ kind: 'act', code: 'no', sentence, missing: [], source: null, remedies: [] }],
  } as never);

/** Drafts as they were kept last, and an API that records each key once. */
function world(refuse: (key: string) => Error | undefined) {
  let kept: Draft = DRAFT;
  const recorded = new Map<string, object>();
  const asked: string[] = [];
  const drafts = { keep: (_: string, draft: Draft) => Promise.resolve((kept = draft)) } as unknown as Drafts;
  const post = (path: string, body: object, { key = '' } = {}) => {
    asked.push(key);
    const problem = refuse(key);
    if (problem) return Promise.reject(problem);
    recorded.set(key, body);
    const subject = path.endsWith('/addSubject')
      ? `S${[...recorded.keys()].filter((one) => /^d:\w+$/.test(one)).length - 1}`
      : undefined;
    return Promise.resolve({ reference: 'OP-2026-000001', events: [{ payload: { subject } }] });
  };
  const sending = new Sending(drafts, {} as ReferralForms);
  const send = () => sending.send({ post } as unknown as Api, 'somebody', kept);
  return { send, recorded, asked, kept: () => kept };
}

describe('sending a draft', () => {
  it('records each act under its key, about the subject that was recorded', async () => {
    const { send, recorded } = world(() => undefined);
    const { acts } = await send();
    expect(acts?.every(({ done }) => done?.recorded)).toBe(true);
    expect([...recorded.keys()]).toEqual(ACTS.map(({ key }) => key));
    expect(recorded.get('d:one:identifier-0')).toMatchObject({ subject: 'S1', kind: 'phone' });
    expect(recorded.get('d:two:alias-0')).toMatchObject({ subject: 'S2' });
  });

  it('goes on where it broke off, and sends nothing again that was recorded', async () => {
    let isAway = true;
    const { send, asked, kept } = world((key) => (isAway && key === 'd:two' ? unreachable() : undefined));
    await expect(send()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(kept().acts?.filter(({ done }) => done?.recorded)).toHaveLength(3);
    isAway = false;
    await send();
    expect(asked.filter((key) => key === 'd:open')).toHaveLength(1);
    expect(asked.slice(-2)).toEqual(['d:two', 'd:two:alias-0']);
  });

  it('can be changed again once the opening is refused, also where there was no answer to it first', async () => {
    let answer: Error = unreachable();
    const { send, kept } = world((key) => (key === 'd:open' ? answer : undefined));
    await expect(send()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(kept().acts).toEqual(ACTS);
    answer = blocked('It has not happened yet.');
    await expect(send()).rejects.toMatchObject({ kind: 'blocked' });
    expect(kept().acts).toBeUndefined();
  });

  it('is not given up where something was wrong on the other side: it is sent again', async () => {
    let isWrong = true;
    const wrong = new ApiProblem({ type: '/problems/internal', title: 'Wrong', status: 500 });
    const { send, kept, recorded } = world((key) => (isWrong && key === 'd:two' ? wrong : undefined));
    await expect(send()).rejects.toMatchObject({ kind: 'internal' });
    expect(kept().acts?.find(({ key }) => key === 'd:two')?.done).toBeUndefined();
    isWrong = false;
    await send();
    expect([...recorded.keys()]).toContain('d:two:alias-0');
  });

  it('says what was refused, leaves out what is about it, and goes on with the rest', async () => {
    const { send } = world((key) => (key === 'd:one' ? blocked('There is no room.') : undefined));
    const done = (await send()).acts?.map((act) => act.done);
    expect(done?.map((one) => one?.recorded)).toEqual([true, false, false, true, true]);
    expect(done?.[1]).toEqual({ recorded: false, why: 'There is no room.' });
  });
});
