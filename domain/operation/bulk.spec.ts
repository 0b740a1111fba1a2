import type { Role } from '../access/actor';
import { BULK_COMMANDS, bulkBlockers, oversightBlockers } from './bulk';
import { lifecycle } from './lifecycle.v1';

const actor = (id: string, ...roles: Role[]) => ({ id, roles, force: 'norfolk' });
const codes = (...roles: Role[]) => bulkBlockers('assignTeam', actor('somebody', ...roles)).map(({ code }) => code);

describe('a bulk act', () => {
  it('is for tasking officers and supervisors, even where others may give the command to one operation', () => {
    expect(codes('tasking-officer')).toEqual([]);
    expect(codes('supervisor')).toEqual([]);
    expect(lifecycle.assignTeam.roles).toContain('senior-investigating-officer');
    expect(codes('senior-investigating-officer')).toEqual(['role']);
    expect(codes('intelligence-analyst')).toEqual(['role', 'role']);
  });

  it('is for its author and supervisors to look into and to stop', () => {
    expect(oversightBlockers('author', actor('author'))).toEqual([]);
    expect(oversightBlockers('author', actor('other', 'supervisor'))).toEqual([]);
    expect(oversightBlockers('author', actor('other', 'tasking-officer'))).toMatchObject([{ kind: 'role' }]);
  });

  it.each(BULK_COMMANDS)('can give %s, a command of people', (command) => {
    expect(lifecycle[command].roles).not.toEqual(['service']);
  });
});
