import { NotFoundException } from '@nestjs/common';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { EngineUnavailable } from '../../../platform/commands/engine-unavailable';
import { problemOf } from './problem-of';
import { Problem } from './problems';

const updateFailed = (type: string) =>
  new WorkflowUpdateFailedError('Workflow Update failed', ApplicationFailure.create({ type }));
const coded = (code: string) => Object.assign(new Error('pg'), { code });

describe('what was thrown', () => {
  it.each([
    ['the engine silent', new EngineUnavailable(false, {}), 'unavailable'],
    ['the engine busy', new EngineUnavailable(true, {}), 'too-busy'],
    ['a defect in the workflow', updateFailed('unrecordable'), 'internal'],
    ['the database not there', coded('ECONNREFUSED'), 'unavailable'],
    ['the database shutting down', coded('57P01'), 'unavailable'],
    ['the database too slow', coded('57014'), 'unavailable'],
    ['no connection in time', new Error('timeout exceeded when trying to connect'), 'unavailable'],
    ['a defect in a query', coded('42703'), 'internal'],
    ['a breach of a rule', coded('23505'), 'internal'],
    ['an address unknown', new NotFoundException(), 'not-found'],
    ['anything else', new RangeError('x'), 'internal'],
    ['not even an error', 'x', 'internal'],
  ])('%s', (_, error, problem) => {
    expect(problemOf(error).problem).toBe(problem);
  });

  it('is found under what wraps it', () => {
    const wrapped = new Error('prisma', { cause: new AggregateError([coded('ECONNREFUSED')]) });
    expect(problemOf(wrapped).problem).toBe('unavailable');
  });

  it('is known when it was the driver adapter that told Prisma', () => {
    const told = Object.assign(new Error('x', { cause: { kind: 'DatabaseNotReachable' } }), {
      name: 'DriverAdapterError',
    });
    expect(problemOf(told).problem).toBe('unavailable');
  });

  it('never tells its message to the client', () => {
    const { detail, members } = problemOf(new RangeError('Invented Person'));
    expect(JSON.stringify({ detail, members })).not.toContain('Invented');
  });
});

describe('a problem', () => {
  it('names the request only where the operators may be asked', () => {
    expect(new Problem('internal').body('r1')).toHaveProperty('requestId', 'r1');
    expect(new Problem('not-found').body('r1')).not.toHaveProperty('requestId');
  });
});
