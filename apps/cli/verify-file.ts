import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { StartProblem } from '../../platform/embedded/problem';
import { NotAnExport, verifyExport } from '../../platform/export/verify-export';
import type { Totals } from '../../platform/timeline/verify-all';

/**
 * Proves an exported operation with nothing but its file: no database, no configuration, no network.
 *
 * @param file relative to where the command was given
 * @throws StartProblem for a file that cannot be read or is no export
 */
export async function proveExport(
  file: string,
  tell: (line: string) => void,
): Promise<Pick<Totals, 'operations' | 'events' | 'verified' | 'problems'>> {
  const say = (line: string) => tell(harmless(line));
  const { export: found, fingerprint, problems } = proved(file, await bytesOf(file));
  const { events, texts, manifest } = found;
  for (const { sequence, problem } of problems) say(`${manifest.reference} at ${sequence}: ${problem}`);
  say(
    `${manifest.reference}, exported ${manifest.madeAt} by ${manifest.madeBy}: ` +
      `${events.length} events, ${texts.length} texts, ${problems.length} problems.`,
  );
  if (fingerprint !== undefined) {
    say(`Fingerprint of its key: ${fingerprint}`);
    say(
      'Anyone can sign with a key of their own: compare it, by another channel, with what "verify" prints at the source.',
    );
  }
  const { length } = problems;
  return { operations: 1, events: events.length, verified: length === 0 ? 1 : 0, problems: length };
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    // bin/waymark goes to its checkout before it starts this.
    return await readFile(path.resolve(process.env['WAYMARK_CALLED_FROM'] ?? '.', file));
  } catch (error) {
    throw new StartProblem(`${harmless(file)} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function proved(file: string, bytes: Uint8Array) {
  try {
    return verifyExport(bytes);
  } catch (error) {
    if (error instanceof NotAnExport) throw new StartProblem(harmless(`${file} ${error.message}.`));
    throw error;
  }
}

/** Nothing that a stranger's file says may steer the terminal. */
function harmless(line: string): string {
  return line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{fffd}');
}
