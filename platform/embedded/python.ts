import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from './layout';
import { StartProblem } from './problem';
import { findProgram, run } from './programs';

/**
 * A Python package in an environment of its own in the user's cache; made once.
 *
 * @param what it is needed for, for people
 * @returns the folder with its programs, Python among them
 * @throws StartProblem where there is no Python
 */
export async function pythonPackage(
  name: string,
  version: string,
  what: string,
  say: (line: string) => void,
): Promise<string> {
  const folder = join(cacheDir(), `${name}-${version}`);
  const programs = join(folder, 'bin');
  const done = join(folder, 'installed');
  if (existsSync(done)) return programs;
  const python = findProgram('python3');
  if (python === undefined)
    throw new StartProblem(`${what} needs Python 3.10 or newer with venv: install python3 and python3-venv.`);
  say(`${name} ${version}: installing …`);
  await run(python, ['-m', 'venv', folder]);
  await run(join(programs, 'pip'), ['install', '--quiet', '--disable-pip-version-check', `${name}==${version}`]);
  writeFileSync(done, '');
  return programs;
}
