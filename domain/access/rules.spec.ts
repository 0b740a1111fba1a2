import { ROLES } from './actor';
import { ACCESS_READERS, EXPORTERS, FIGURE_READERS, mayGive } from './rules';

const actor = (...roles: (typeof ROLES)[number][]) => ({ id: 'someone', roles, force: 'norfolk' });

describe('who may give a command', () => {
  it('is whoever has one of its roles', () => {
    expect(mayGive(actor('supervisor', 'intelligence-analyst'), ['tasking-officer', 'supervisor'])).toBe(true);
  });

  it('is nobody else: neither other roles, nor an administrator, nor someone without a role', () => {
    expect(mayGive(actor('intelligence-analyst'), ['supervisor'])).toBe(false);
    expect(mayGive(actor('administrator'), ['supervisor'])).toBe(false);
    expect(mayGive(actor(), [...ROLES])).toBe(false);
  });
});

describe('who may export an operation', () => {
  it.each(ROLES)('%s', (role) => {
    const may = role === 'supervisor' || role === 'senior-investigating-officer';
    expect(mayGive(actor(role), EXPORTERS)).toBe(may);
  });
});

describe('who may see the figures', () => {
  it.each(ROLES)('%s', (role) => {
    const may = role === 'supervisor' || role === 'tasking-officer';
    expect(mayGive(actor(role), FIGURE_READERS)).toBe(may);
  });
});

describe('who may see who looked at what', () => {
  it.each(ROLES)('%s', (role) => {
    expect(mayGive(actor(role), ACCESS_READERS)).toBe(role === 'supervisor');
  });
});
