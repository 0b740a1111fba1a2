import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { StartProblem } from '../../platform/embedded/problem';
import { NotAnExport } from '../../platform/export/not-an-export';
import { verifyExport } from '../../platform/export/verify-export';
import { isArchive, verifySignedFile } from '../../platform/export/verify-signed-file';
import type { Totals } from '../../platform/timeline/verify-all';

type Proved = Pick<Totals, 'operations' | 'events' | 'verified' | 'problems'>;

/**
 * Proves an exported operation with nothing but its file: no database, no configuration, no network.
 *
 * @param file relative to where the command was given
 * @throws StartProblem for a file that cannot be read or is no export
 */
export async function proveExport(file: string, tell: (line: string) => void): Promise<Proved> {
  const say = (line: string) => tell(harmless(line));
  const bytes = await bytesOf(file);
  const { manifest, held, fingerprint, problems } = await found(file, () =>
    isArchive(bytes) ? foundInArchive(bytes) : foundInExport(bytes),
  );
  const { reference, madeAt, madeBy, events } = manifest;
  for (const problem of problems) say(problem);
  say(`${reference}, exported ${madeAt} by ${madeBy}: ${held}, ${problems.length} problems.`);
  if (fingerprint !== undefined) {
    say(`Fingerprint of its key: ${fingerprint}`);
    say(
      'Anyone can sign with a key of their own: compare it, by another channel, with what "verify" prints at the source.',
    );
  }
  return { operations: 1, events, verified: problems.length === 0 ? 1 : 0, problems: problems.length };
}

/** What was found of a file of either form. */
interface Found {
  readonly manifest: {
    readonly reference: string;
    readonly madeAt: string;
    readonly madeBy: string;
    readonly events: number;
  };
  /** What it holds, in words. */
  readonly held: string;
  readonly fingerprint: string | undefined;
  readonly problems: readonly string[];
}

function foundInExport(bytes: Uint8Array): Found {
  const { export: whole, fingerprint, problems } = verifyExport(bytes);
  const { events, texts, manifest } = whole;
  return {
    manifest: { ...manifest, events: events.length },
    held: `${events.length} events, ${texts.length} texts`,
    fingerprint,
    problems: problems.map(({ sequence, problem }) => `${manifest.reference} at ${sequence}: ${problem}`),
  };
}

async function foundInArchive(bytes: Uint8Array): Promise<Found> {
  const { manifest, fingerprint, problems } = await verifySignedFile(bytes);
  return {
    manifest,
    held: `${manifest.file.name} of ${manifest.events} events, the last with the hash ${manifest.head}`,
    fingerprint,
    problems: problems.map((problem) => `${manifest.reference}: ${problem}`),
  };
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    // bin/waymark goes to its checkout before it starts this.
    return await readFile(path.resolve(process.env['WAYMARK_CALLED_FROM'] ?? '.', file));
  } catch (error) {
    throw new StartProblem(`${harmless(file)} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

async function found(file: string, prove: () => Found | Promise<Found>): Promise<Found> {
  try {
    return await prove();
  } catch (error) {
    if (error instanceof NotAnExport) throw new StartProblem(harmless(`${file} ${error.message}.`));
    throw error;
  }
}

/** Nothing that a stranger's file says may steer the terminal. */
function harmless(line: string): string {
  return line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{fffd}');
}
