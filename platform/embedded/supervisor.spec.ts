import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Supervisor, type ProcessSpec } from './supervisor';

const script = (name: string, code: string, more: Partial<ProcessSpec> = {}): ProcessSpec => ({
  name,
  command: process.execPath,
  args: ['-e', code],
  env: { PATH: process.env['PATH'] },
  announces: true,
  stopSignal: 'SIGTERM',
  graceSeconds: 5,
  ready: () => Promise.resolve(),
  ...more,
});
const SERVES = 'process.send({ ready: true }); setInterval(() => {}, 1000)';
const isThere = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('Supervisor', () => {
  const logs = mkdtempSync(path.join(tmpdir(), 'waymark-supervisor-'));
  const events: string[] = [];
  let changed: () => void = () => undefined;
  let supervisor: Supervisor;
  beforeEach(() => {
    events.length = 0;
    supervisor = new Supervisor({
      logs,
      restart: true,
      onEvent: (text) => {
        events.push(text);
        changed();
      },
      onChange: () => undefined,
    });
  });
  afterEach(() => supervisor.stopAll([['one']]));
  afterAll(() => rmSync(logs, { recursive: true }));

  it('starts a process when it says that it is ready, and leaves none behind', async () => {
    await supervisor.start(script('one', SERVES));
    const pid = supervisor.pids()['one'] ?? 0;
    expect(isThere(pid)).toBe(true);
    await supervisor.stopAll([['one']]);
    expect(isThere(pid)).toBe(false);
  });

  it('tells the last words of a process that ends while starting', async () => {
    const failing = script('one', 'console.error("no such table"); process.exit(3)');
    await expect(supervisor.start(failing)).rejects.toThrow(/exit code 3[^]*no such table/);
  });

  it('starts again what ends by itself', async () => {
    await supervisor.start(script('one', SERVES));
    const first = supervisor.pids()['one'] ?? 0;
    const again = new Promise<void>((resolve) => (changed = () => events.length === 2 && resolve()));
    process.kill(first, 'SIGKILL');
    await again;
    expect(events).toEqual([expect.stringContaining('SIGKILL'), 'one is running again']);
    expect(supervisor.pids()['one']).not.toBe(first);
  });

  it('leaves alone what it was asked to kill', async () => {
    await supervisor.start(script('one', SERVES));
    await supervisor.kill('one');
    expect(supervisor.pids()).toEqual({});
    expect(events).toEqual([]);
  });
});
