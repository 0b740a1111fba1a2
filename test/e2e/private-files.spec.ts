import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { layout } from '../../platform/embedded/layout';
import type { CommandAnswer } from '../../apps/api/commands/command.schema';
import { Caller } from '../support/api';
import { eventually, REFERRAL, testStack } from '../support/stack';
import { upload } from '../support/upload';

const OTHERS = 0o077;
/** Code of the workflows: nothing of any operation. */
const OPEN = /^bundles\//;

describe('a data folder', () => {
  const at = layout(testStack().dataDir);

  beforeAll(async () => {
    const officer = await Caller.as('tasking-officer-norfolk', testStack().urls.api);
    const { reference } = (await officer.post('/api/v1/operations', REFERRAL)).body as CommandAnswer;
    expect(await upload(officer, reference)).toMatchObject({ status: 200 });
    await eventually('a checkpoint', async () => readdirSync(at.checkpoints).length > 0, 90);
  }, 120_000);

  /** Files that an account other than its owner's could read: neither they nor a folder above them keep it out. */
  function exposed(folder: string): readonly string[] {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      const { mode } = statSync(path);
      if ((mode & OTHERS) === 0) return [];
      return entry.isDirectory() ? exposed(path) : [relative(at.root, path)];
    });
  }

  it('lets nobody but its owner read what is in it', () => {
    expect(exposed(at.root).filter((file) => !OPEN.test(file))).toEqual([]);
  });

  it.each(['secrets', 'identity', 'redis', 'temporal'] as const)(
    'has secrets in %s, each in a file of its own mode',
    (name) => {
      expect(statSync(at[name]).mode & 0o777).toBe(0o700);
      const secret = readdirSync(at[name]).filter((file) => /\.(json|pem|conf|yaml)$/.test(file));
      expect(secret.length).toBeGreaterThan(0);
      for (const file of secret) expect([file, statSync(join(at[name], file)).mode & 0o777]).toEqual([file, 0o600]);
    },
  );
});
