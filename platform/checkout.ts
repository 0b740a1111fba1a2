import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { StartProblem } from './embedded/problem';

/** The checkout this code runs from, whether as sources or compiled into `dist`. */
export function projectRoot(from: string = __dirname): string {
  for (let folder = from; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string };
    if (name === 'waymark') return folder;
  }
  throw new Error(`No checkout of Waymark around ${from}`);
}

/** A compiled file of ours. @throws StartProblem when it has not been built */
export function compiled(relative: string): string {
  const file = path.join(projectRoot(), 'dist', relative);
  if (!existsSync(file)) throw new StartProblem(`dist/${relative} is missing; run "bin/waymark build" first.`);
  return file;
}
