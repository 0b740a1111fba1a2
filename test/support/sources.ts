import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The sources within a folder, without their tests. */
export function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
}
