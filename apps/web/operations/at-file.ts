import { ApiProblem } from '../api-client/problem';
import type { Field } from '../forms/field';

/** The field of a form into which a file is put; it comes last. */
export const fileField = (label: string, hint: string, accept?: string): Field => ({
  ...{ path: 'file', id: 'file', label, hint, required: true, writesNull: false },
  kind: 'file',
  accept,
});

const ABOUT_FILE = ['too-large', 'unsupported-media-type'];

/** What the API says of a file, at the field into which it was put. @throws ApiProblem always */
export function atFile(error: unknown): never {
  if (!(error instanceof ApiProblem)) throw error;
  const { kind, problem } = error;
  const said = problem.errors?.map(({ message }) => message).join(' ') ?? problem.detail ?? problem.title;
  if (!ABOUT_FILE.includes(kind)) throw error;
  throw new ApiProblem({
    type: '/problems/validation',
    title: problem.title,
    status: 400,
    errors: [{ path: 'file', message: said }],
  });
}
