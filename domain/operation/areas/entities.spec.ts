import { blocked } from '../decide';
import { about, changed, find, nextId } from './entities';

interface Thing {
  readonly id: string;
  readonly status: 'open' | 'waiting' | 'done';
}
const things: readonly Thing[] = [
  { id: 'T1', status: 'open' },
  { id: 'T2', status: 'done' },
];
const codes = (answer: object) =>
  'blockers' in answer ? (answer.blockers as { code: string; sentence: string }[]) : answer;

describe('things that an operation holds several of', () => {
  it('are numbered from one on, each kind by its letter', () => {
    expect([nextId('W', []), nextId('W', things), nextId('X', things)]).toEqual(['W1', 'W3', 'X3']);
  });

  it('are changed one at a time, the others left as they are', () => {
    const after = changed(things, 'T1', { status: 'done' });
    expect(after).toEqual([
      { id: 'T1', status: 'done' },
      { id: 'T2', status: 'done' },
    ]);
    expect(after[1]).toBe(things[1]);
    expect(changed(things, 'T9', { status: 'done' })).toEqual(things);
  });

  it('are found by their identifier, or said not to be there', () => {
    expect(find(things, 'T2', 'disclosure item')).toBe(things[1]);
    expect(codes(find(things, 'T9', 'disclosure item'))).toMatchObject([
      { code: 'no-such-disclosure-item', sentence: 'There is no disclosure item T9 in this operation.' },
    ]);
  });
});

describe('an act about one of them', () => {
  const act = (id: string) =>
    about(things, id, 'big task', ['open', 'waiting'], (one) => (one.id === 'T1' ? [] : blocked('x', 'X.')));

  it('takes place from the states it starts from', () => {
    expect(act('T1')).toEqual([]);
  });

  it('is refused from any other, saying which it needs', () => {
    expect(codes(act('T2'))).toMatchObject([
      { code: 'big-task-status', sentence: 'T2 is done; this needs open or waiting.' },
    ]);
  });

  it('is refused where there is no such thing', () => {
    expect(codes(act('T9'))).toMatchObject([{ code: 'no-such-big-task' }]);
  });

  it('can be refused by its own rule', () => {
    expect(codes(about(things, 'T1', 'task', ['open'], () => blocked('own', 'Own.')))).toMatchObject([{ code: 'own' }]);
  });
});
