import { ensureOfflinePrograms, OFFLINE_PACKAGES, type System } from './offline-programs';

const NAMES = OFFLINE_PACKAGES.map(({ name }) => name);

/** A system that has, may and can install what a test says. */
function system(has: readonly string[], mayInstall: boolean, cannotHave: readonly string[] = []) {
  const there = new Set(OFFLINE_PACKAGES.filter(({ name }) => has.includes(name)).map(({ file }) => file));
  const asked: (readonly string[])[] = [];
  const its: System = {
    isThere: (file) => there.has(file),
    mayInstall: () => mayInstall,
    apt: (args) => {
      const packages = OFFLINE_PACKAGES.filter(({ name }) => args.includes(name));
      if (args[0] === 'install') asked.push(packages.map(({ name }) => name));
      if (packages.some(({ name }) => cannotHave.includes(name))) return Promise.reject(new Error('Unable to locate'));
      for (const { file } of packages) there.add(file);
      return Promise.resolve();
    },
  };
  return { its, asked };
}

describe('programs of the offline providers', () => {
  const notes: string[] = [];
  beforeEach(() => (notes.length = 0));
  const ensure = (its: System) => ensureOfflinePrograms((text) => notes.push(text), its);

  it('are installed where they are missing and that needs no question', async () => {
    const { its, asked } = system(NAMES.slice(2), true);
    expect(await ensure(its)).toEqual({ installed: NAMES, missing: [] });
    expect(asked).toEqual([NAMES.slice(0, 2)]);
  });

  it('are left alone where all are there', async () => {
    const { its, asked } = system(NAMES, true);
    expect(await ensure(its)).toEqual({ installed: NAMES, missing: [] });
    expect(asked).toEqual([]);
    expect(notes).toEqual([]);
  });

  it('are told to be missing where nobody may install', async () => {
    const { its, asked } = system([], false);
    expect(await ensure(its)).toEqual({ installed: [], missing: NAMES });
    expect(asked).toEqual([]);
    expect(notes).toEqual([`not installed: ${NAMES.join(', ')}`]);
  });

  it('are installed but for the one that the system does not have', async () => {
    const [first = ''] = NAMES;
    const { its } = system([], true, [first]);
    expect(await ensure(its)).toEqual({ installed: NAMES.slice(1), missing: [first] });
  });
});
