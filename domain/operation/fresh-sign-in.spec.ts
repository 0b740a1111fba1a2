import { BULK_COMMANDS } from './bulk';
import { COMMANDS, lifecycle, type LifecycleRow } from './lifecycle.v1';

const needsIt = (command: (typeof COMMANDS)[number]) => (lifecycle[command] as LifecycleRow).freshSignIn === true;

describe('a fresh sign-in', () => {
  it('is needed for breaking the glass and for acts of a second person', () => {
    expect(COMMANDS.filter(needsIt).sort()).toEqual([
      'approveReopening',
      'approveRollback',
      'challengeAccess',
      'grantAuthorisation',
      'liftExclusion',
      'signOffPackage',
    ]);
  });

  it('cannot be passed by in bulk, where nobody looks at each sign-in', () => {
    expect(BULK_COMMANDS.filter(needsIt)).toEqual([]);
  });
});
