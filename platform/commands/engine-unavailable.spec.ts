import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { asEngineUnavailable } from './engine-unavailable';

const grpc = (code: number) => Object.assign(new Error('rpc'), { code, details: '', metadata: {} });

describe('trouble with the engine', () => {
  it.each([
    ['no answer in time', 4],
    ['not ready yet', 9],
    ['away', 14],
  ])('is told apart: %s', (_, code) => {
    expect(asEngineUnavailable(grpc(code))).toMatchObject({ busy: false });
  });

  it('is busy when its resources are exhausted', () => {
    expect(asEngineUnavailable(new Error('wrapped', { cause: grpc(8) }))).toMatchObject({ busy: true });
  });

  it('is an Update that its run was not ready for', () => {
    const failed = (type: string) => new WorkflowUpdateFailedError('failed', ApplicationFailure.create({ type }));
    expect(asEngineUnavailable(failed('UnprocessedUpdate'))).toMatchObject({ busy: false });
    expect(asEngineUnavailable(failed('refused'))).toBeUndefined();
  });

  it('is nothing else', () => {
    expect(asEngineUnavailable(grpc(5))).toBeUndefined();
    expect(asEngineUnavailable(new TypeError('defect'))).toBeUndefined();
  });
});
