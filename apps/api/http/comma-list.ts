import { z } from 'zod';

const LONGEST = 2_000;

/**
 * Several names of a closed list in one parameter, with commas between them.
 *
 * @param what one of them is called, to say which there is none of
 */
export function commaList<const Name extends string>(names: readonly Name[], what: string) {
  const isName = (given: string): given is Name => (names as readonly string[]).includes(given);
  return z
    .string()
    .max(LONGEST)
    .transform((given, context): Name[] => {
      const [asked, unknown] = [given.split(',').filter(isName), given.split(',').filter((one) => !isName(one))];
      if (unknown.length > 0)
        context.addIssue({ code: 'custom', message: `There is no ${what} “${unknown.join('”, “')}”.`, input: given });
      return [...new Set(asked)];
    });
}
