import { fork } from 'node:child_process';
import { compiled } from '../platform/checkout';
import type { Report } from './report';

/** To the bench: a line to be shown, or what was measured. */
type Told<Result> = { readonly line: string } | { readonly result: Result };

/**
 * Measures in a process of its own, as the jobs process is one: what this process has in memory from before would be looked through again and
 * again, at the cost of our side alone.
 *
 * @param module below `bench/`, which calls {@link measuring}
 */
export async function apart<Input, Result>(module: string, input: Input, report: Report): Promise<Result> {
  const child = fork(compiled(`bench/${module}.js`), [JSON.stringify(input)]);
  return new Promise<Result>((resolve, reject) => {
    child.on('message', (told: Told<Result>) => ('line' in told ? report.told(told.line) : resolve(told.result)));
    child.once('exit', (code) => reject(new Error(`bench/${module} has ended with ${code ?? 'a signal'}`)));
  });
}

/** The other side: measures what it is asked to, and ends. */
export async function measuring<Input, Result>(
  measure: (input: Input, say: (line: string) => void) => Promise<Result>,
): Promise<void> {
  const tell = (told: Told<Result>) => process.send?.(told);
  const result = await measure(JSON.parse(process.argv[2] ?? '{}') as Input, (line) => tell({ line }));
  process.send?.({ result } satisfies Told<Result>, undefined, {}, () => process.exit(0));
}
