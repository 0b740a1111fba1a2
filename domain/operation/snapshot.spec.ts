import { operationIn } from '../../test/support/decided';
import { brought } from './snapshot';
import { FOLD_VERSION, type OperationState } from './state';

describe('a snapshot of an earlier shape', () => {
  it('has no files where there was no word of them, and is otherwise as it was', () => {
    const { files: _, ...before } = operationIn('prosecution', { codename: 'Derail' });
    expect(brought(2, before as OperationState)).toEqual({ ...before, files: [] });
  });

  it('is left to the events where it is none that is known', () => {
    expect(brought(0, operationIn('prosecution'))).toBeNull();
    expect(brought(FOLD_VERSION + 1, operationIn('prosecution'))).toBeNull();
  });
});
