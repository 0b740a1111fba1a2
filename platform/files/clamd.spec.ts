import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { INFECTED, startClamd } from '../../test/support/clamd';
import { listening, nowhere } from '../../test/support/listener';
import { Clamd } from './clamd';
import { FilesAway } from './file-store';

const LIMIT = 1_000_000;

describe('the virus scanner', () => {
  let folder: string;
  let clamd: Awaited<ReturnType<typeof startClamd>>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'waymark-scan-'));
    clamd = await startClamd(LIMIT);
  });
  afterAll(async () => {
    await clamd.close();
    rmSync(folder, { recursive: true });
  });

  const scan = (content: string, address = clamd.address, silenceMs?: number) => {
    const file = join(folder, 'file');
    writeFileSync(file, content);
    const [host = '', port] = address.split(':');
    return new Clamd({ host, port: Number(port) }, silenceMs).scan(file);
  };

  it('is sent the whole file, however many chunks that takes', async () => {
    expect(await scan('x'.repeat(200_000))).toEqual({ scan: 'clean' });
    expect(clamd.scanned.at(-1)).toBe(200_000);
  });

  it('names what it has found', async () => {
    expect(await scan(`${'x'.repeat(70_000)}${INFECTED}`)).toEqual({ signature: 'Test.Invented' });
  });

  it('comes to no verdict on what is larger than it takes', async () => {
    await expect(scan('x'.repeat(LIMIT + 1))).rejects.toThrow(FilesAway);
  });

  it('is away where nothing listens, where it hangs up and where it says nothing', async () => {
    const hangingUp = await listening(createServer((socket) => socket.end()));
    const silent = await listening(createServer());
    await expect(scan('x', await nowhere())).rejects.toThrow(FilesAway);
    await expect(scan('x', hangingUp.address)).rejects.toThrow(FilesAway);
    await expect(scan('x', silent.address, 50)).rejects.toThrow(FilesAway);
    await Promise.all([hangingUp.close(), silent.close()]);
  });
});
