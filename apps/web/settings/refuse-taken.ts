import { wrongAt } from '../api-client/problem';

interface Titled {
  readonly title: string;
}

/**
 * Refuses what would take the place of something else that goes by the same code or name. The same once more is a second press.
 *
 * @param path the field of the code or name, which is also what people call it
 * @throws ApiProblem at that field
 */
export function refuseTaken(path: string, what: string, taken: Titled | undefined, { title }: Titled): void {
  if (taken && taken.title !== title)
    throw wrongAt(path, `“${taken.title}” has this ${path} already: give another, or change that ${what}`);
}
