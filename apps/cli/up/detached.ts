import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { layout } from '../../../platform/embedded/layout';
import { StartProblem } from '../../../platform/embedded/problem';
import { describeStep } from '../../../platform/embedded/steps';
import type { UpMessage } from './foreground';

/** Starts the stack in a background process, shows its steps until it is ready, and leaves it there. */
export async function runDetached(dataDir: string, apps: boolean): Promise<void> {
  const { logs } = layout(dataDir);
  mkdirSync(logs, { recursive: true });
  const logFile = path.join(logs, 'up.log');
  const log = openSync(logFile, 'w', 0o600);
  const entry = path.join(__dirname, '..', 'main.js');
  const child = spawn(process.execPath, [entry, '--data', dataDir, 'up', ...(apps ? [] : ['--no-apps'])], {
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
    env: { ...process.env, WAYMARK_DETACHED: '1' },
  });
  const interrupted = () => child.kill('SIGTERM');
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message: UpMessage) => {
      if (message.kind === 'step') {
        const line = describeStep(message.step);
        if (line !== undefined) console.log(line);
        return;
      }
      console.log(message.text);
      resolve();
    });
    child.once('error', reject);
    child.once('exit', () => {
      // Its own words, without the steps that have been shown already.
      const words = readFileSync(logFile, 'utf8')
        .split('\n')
        .filter((line) => !/^( {5}|\[)/.test(line));
      reject(
        new StartProblem(
          words
            .join('\n')
            .replace(/^waymark: /, '')
            .trim() || `it did not start; see ${logFile}`,
        ),
      );
    });
  });
  console.log('It runs in the background; "make down" stops it.');
  child.disconnect();
  child.unref();
}
