import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../../platform/checkout';

const packaged = (name: string) => path.join(projectRoot(), 'node_modules', name);

/** What browsers load besides pages, by its address under `/assets/`. */
export const ASSETS: readonly { readonly at: string; readonly folder: string }[] = [
  { at: '', folder: path.join(projectRoot(), 'dist', 'apps', 'web', 'assets') },
  { at: 'govuk', folder: packaged('govuk-frontend/dist/govuk') },
  { at: 'images', folder: packaged('govuk-frontend/dist/govuk/assets/images') },
  { at: 'moj', folder: packaged('@ministryofjustice/frontend/moj') },
  { at: 'moj/images', folder: packaged('@ministryofjustice/frontend/moj/assets/images') },
  { at: 'idiomorph', folder: packaged('idiomorph/dist') },
];

/** Changes with any of the files, so that a browser never keeps an old one. */
export const ASSETS_DIGEST = digestOf(ASSETS.slice(0, 1).map(({ folder }) => folder));

function digestOf(folders: readonly string[]): string {
  const hash = createHash('sha256').update(readFileSync(path.join(projectRoot(), 'package-lock.json')));
  for (const folder of folders)
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (file.isFile()) hash.update(readFileSync(path.join(file.parentPath, file.name)));
  return hash.digest('hex').slice(0, 12);
}
