import { existsSync } from 'node:fs';
import { findProgram, run } from '../../embedded/programs';

/** What the providers of this machine need of Debian, and the file by which a package is known to be there. */
export const OFFLINE_PACKAGES: readonly { readonly name: string; readonly file: string }[] = [
  { name: 'apertium', file: '/usr/bin/apertium' },
  ...['hbs-eng', 'mkd-eng', 'eng-spa'].map((pair) => ({
    name: `apertium-${pair}`,
    file: `/usr/share/apertium/apertium-${pair}`,
  })),
  // To be had by way of Macedonian and of Spanish.
  { name: 'apertium-mkd-bul', file: '/usr/share/apertium/apertium-mkd-bul' },
  { name: 'apertium-es-ro', file: '/usr/share/apertium/apertium-es-ro' },
  ...['hun-eng', 'pol-eng', 'slk-eng', 'eng-bul', 'hrv-eng', 'slv-eng', 'lit-eng', 'kur-eng'].map((pair) => ({
    name: `dict-freedict-${pair}`,
    file: `/usr/share/dictd/freedict-${pair}.index`,
  })),
];

export interface OfflinePrograms {
  readonly installed: readonly string[];
  /** What could not be installed. The providers do without, and say by their health what they have. */
  readonly missing: readonly string[];
}

/** Everything that is done to the system, so that a test can do without it. */
export interface System {
  readonly isThere: (file: string) => boolean;
  readonly mayInstall: () => boolean;
  readonly apt: (args: readonly string[]) => Promise<unknown>;
}

const THIS_SYSTEM: System = {
  isThere: existsSync,
  mayInstall: () => process.getuid?.() === 0 && findProgram('apt-get') !== undefined,
  apt: (args) => run('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }),
};

/** Another installation may be under way. */
const WAIT = ['-o', 'DPkg::Lock::Timeout=120'];

/** Has the system install what is missing where that can be done without asking. It never fails: what cannot be had is told. */
export async function ensureOfflinePrograms(
  note: (text: string) => void,
  system: System = THIS_SYSTEM,
): Promise<OfflinePrograms> {
  const missing = () => namesOf(({ file }) => !system.isThere(file));
  const wanted = missing();
  if (wanted.length > 0 && system.mayInstall()) {
    note(`installing ${wanted.length} dictionaries and pairs with apt-get`);
    await system.apt(['update', '-q', ...WAIT]).catch(() => undefined);
    const install = (names: readonly string[]) =>
      system.apt(['install', '-qy', '--no-install-recommends', ...WAIT, ...names]);
    // One package that a release does not have would keep all others away.
    await install(wanted).catch(async () => {
      for (const name of wanted) await install([name]).catch(() => undefined);
    });
  }
  const still = missing();
  if (still.length > 0) note(`not installed: ${still.join(', ')}`);
  return { installed: namesOf(({ name }) => !still.includes(name)), missing: still };
}

const namesOf = (isOne: (one: (typeof OFFLINE_PACKAGES)[number]) => boolean) =>
  OFFLINE_PACKAGES.filter(isOne).map(({ name }) => name);
