import { ApiProblem, wrongAt } from '../api-client/problem';
import type { Field } from './field';

/** The field of a form into which a file is put; it comes last. */
export const fileField = (label: string, hint: string, accept?: string): Field => ({
  ...{ path: FILE, id: FILE, label, hint, required: true, writesNull: false },
  kind: 'file',
  accept,
});

const FILE = 'file';
const ABOUT_FILE = ['too-large', 'unsupported-media-type'];

/**
 * What the API says of a file, at the field into which it was put; and of something that the form does not ask for, since that
 * comes of the file.
 *
 * @throws ApiProblem always
 */
export function atFile(error: unknown, asked: readonly string[] = []): never {
  if (!(error instanceof ApiProblem)) throw error;
  const { kind, problem } = error;
  const errors = problem.errors ?? [];
  if (kind === 'validation' && errors.some(({ path }) => asked.includes(path.split('.')[0] ?? ''))) throw error;
  if (kind !== 'validation' && !ABOUT_FILE.includes(kind)) throw error;
  throw wrongFile(errors.map(({ message }) => message).join(' ') || (problem.detail ?? problem.title));
}

/** That a file is not what was asked for. */
export const wrongFile = (message: string): ApiProblem => wrongAt(FILE, message);
