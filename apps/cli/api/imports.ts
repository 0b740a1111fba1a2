import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ForceImport, SuggestionAnswer } from '../../api/profiles/imports.schema';
import type { ApiClient, Answer, Problem } from './api-client';

/** Of a file, as much as a suggestion is made of. */
const BEGINNING = 2_000_000;

/** What goes wrong, for people. */
export class ImportProblem extends Error {}

/**
 * Has it suggested how a file is read, and saves that for its force.
 *
 * @throws ImportProblem where a person has to say more
 */
export async function saveSuggestedMapping(client: ApiClient, force: string, path: string): Promise<void> {
  const beginning = (await openAsBlob(path)).slice(0, BEGINNING);
  const { mapping, asks } = answerOf(
    await client.upload<SuggestionAnswer & Problem>(
      '/api/v1/profiles/mappings/suggestions',
      beginning,
      basename(path),
      { force },
    ),
  );
  if (asks.length > 0)
    throw new ImportProblem(
      `How this file is read cannot be found out wholly. ${asks.join(' ')} Write a mapping file and name it.`,
    );
  answerOf(await client.put<object & Problem>(`/api/v1/profiles/mappings/${force}`, mapping));
}

/** Hands a file in and waits until it is loaded, or not. */
export async function importForceFile(
  client: ApiClient,
  force: string,
  path: string,
  progress: (made: ForceImport) => void = () => undefined,
): Promise<ForceImport> {
  let made: ForceImport = answerOf(
    await client.upload<ForceImport & Problem>('/api/v1/profiles/imports', await openAsBlob(path), basename(path), {
      force,
    }),
  );
  while (made.state === 'waiting' || made.state === 'loading') {
    await sleep(300);
    made = answerOf(await client.get<ForceImport & Problem>(`/api/v1/profiles/imports/${made.id}`));
    progress(made);
  }
  return made;
}

function answerOf<T extends object>({ status, body }: Answer<T & Problem>): T {
  if (status < 300) return body;
  const { detail, title, errors } = body as Problem & { errors?: readonly { path: string; message: string }[] };
  throw new ImportProblem(errors?.map(({ path, message }) => `${path}: ${message}`).join(' ') ?? detail ?? title);
}
