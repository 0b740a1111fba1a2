import { Stack } from '../../../platform/embedded/stack';
import { describeStep, type Step } from '../../../platform/embedded/steps';
import { PEOPLE } from '../../../platform/embedded/identity/people';
import type { StackUrls } from '../../../platform/embedded/addresses';

/** What a stack in the background tells whoever started it. */
export type UpMessage =
  { readonly kind: 'step'; readonly step: Step } | { readonly kind: 'ready'; readonly text: string };

/** Starts the stack and stays until a signal stops it. */
export async function runInForeground(dataDir: string, apps: boolean): Promise<void> {
  const began = performance.now();
  // A closed terminal or a finished "| head" is no reason to stop serving.
  process.stdout.on('error', () => undefined);
  let serving = false;
  let stopping = false;
  const signalled = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        // Before everything runs, or when asked twice: leave at once. The leash ends what has been started.
        if (!serving || stopping) process.exit(130);
        stopping = true;
        resolve();
      });
    }
  });
  const stack = await Stack.start({
    dataDir,
    apps: apps ? 'all' : 'none',
    restart: true,
    stepsBefore: Number(process.env['WAYMARK_STEPS_DONE'] ?? 0),
    onStep: show,
    onEvent: (text) => console.log(`${new Date().toISOString()} ${text}`),
  });
  serving = true;
  const text = welcome(stack.urls, dataDir, (performance.now() - began) / 1000);
  console.log(text);
  tell({ kind: 'ready', text });
  if (!process.env['WAYMARK_DETACHED']) console.log('Ctrl-C stops everything.');
  await signalled;
  console.log('\nStopping …');
  await stack.stop();
  console.log('Stopped. The data is kept.');
}

function show(step: Step): void {
  const line = describeStep(step);
  if (line !== undefined) console.log(line);
  tell({ kind: 'step', step });
}

/** Tells the process that started us in the background, while it still listens. */
function tell(message: UpMessage): void {
  if (process.connected) process.send?.(message, () => undefined);
}

function welcome(urls: StackUrls, dataDir: string, seconds: number): string {
  return `
Waymark is ready, after ${seconds.toFixed(1)} s.

  Pages        ${urls.web}
  API          ${urls.api}/api/v1
  API docs     ${urls.api}/api/docs
  Identity     ${urls.issuer}
  Logs         ${dataDir}/logs

A token: bin/waymark token <person>, where <person> is one of
${PEOPLE.map(({ id }) => `  ${id}`).join('\n')}
`;
}
