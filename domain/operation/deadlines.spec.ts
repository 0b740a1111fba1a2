import { operationIn } from '../../test/support/decided';
import { deadlinesOf } from './deadlines';
import type { OperationState } from './state';

const message = (id: string, more: object = {}) => ({
  ...{ id, direction: 'out' as const, dueAt: '2026-12-03T10:00:00.000Z', answered: false, reminded: false },
  ...more,
});
const task = (id: string, more: object = {}) => ({
  ...{ id, product: 'travel' as const, person: 'analyst', dueOn: '2026-12-02', status: 'open' as const },
  ...more,
});
const request = (id: string, more: object = {}) => ({
  ...{
    id,
    translation: 'T1',
    dueOn: '2026-12-01',
    requestedBy: 'investigator',
    status: 'requested' as const,
    file: null,
  },
  ...more,
});
const liaison = (...messages: ReturnType<typeof message>[]) => ({ liaison: { status: 'open' as const, messages } });

describe('what people have to do by a time', () => {
  const all: Partial<OperationState> = {
    ...liaison(message('M1')),
    tasks: [task('K1')],
    qualifiedTranslations: [request('Q1')],
  };

  it('is what is open, soonest first; a day ends with the day', () => {
    expect(deadlinesOf(operationIn('enforcement', all))).toEqual([
      {
        ...{ kind: 'qualified-translation', about: 'Q1', lastDay: '2026-12-01', due: '2026-12-02T00:00:00.000Z' },
        person: 'investigator',
      },
      { kind: 'product-task', about: 'K1', lastDay: '2026-12-02', due: '2026-12-03T00:00:00.000Z', person: 'analyst' },
      { kind: 'europol-answer', about: 'M1', lastDay: null, due: '2026-12-03T10:00:00.000Z', person: null },
    ]);
  });

  it('is nothing any more that was answered, done, or is back', () => {
    const settled: Partial<OperationState> = {
      ...liaison(message('M1', { answered: true }), message('M2', { dueAt: null })),
      tasks: [task('K1', { status: 'done' })],
      qualifiedTranslations: [request('Q1', { status: 'returned' }), request('Q2', { status: 'withdrawn' })],
    };
    expect(deadlinesOf(operationIn('enforcement', settled))).toEqual([]);
  });

  it('stays, unlike a clock, after the reminder', () => {
    const state = operationIn('enforcement', liaison(message('M1', { reminded: true })));
    expect(deadlinesOf(state)).toMatchObject([{ about: 'M1' }]);
  });

  it('is nothing in an operation that is closed or merged', () => {
    expect(deadlinesOf(operationIn('closed', all))).toEqual([]);
    const merge = { id: 'OP-2026-000001.M1', into: 'OP-2026-000002', requestedBy: 'somebody', unmerges: 0 };
    expect(deadlinesOf(operationIn('enforcement', { ...all, merge: { ...merge, status: 'merged' } }))).toEqual([]);
  });
});
