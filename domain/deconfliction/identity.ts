import { birthOf } from './births';
import { marksOf, type MarkKind } from './marks';
import { nameForms } from './names';

/** Someone or something as the index holds it: normalised, nothing as it was written. */
export interface Identity {
  /** Names and aliases, each in every form it is looked for under (see `nameForms`): lower-case a–z words, one space between. */
  readonly names: readonly string[];
  /** Dates of birth: `YYYY-MM-DD`, or only `YYYY-MM` or `YYYY`. */
  readonly births: readonly string[];
  /** Identifiers as `marksOf` writes them: `kind:value`. */
  readonly marks: readonly string[];
}

/** Someone or something as people describe it. */
export interface Description {
  readonly names: readonly string[];
  readonly births: readonly string[];
  readonly marks: readonly { readonly kind: MarkKind; readonly value: string }[];
}

/** What a description is compared by; what cannot be read in it is left out. */
export function identityOf({ names, births, marks }: Description): Identity {
  return {
    names: once(names.flatMap(nameForms)),
    births: once(births.map(birthOf)),
    marks: once(marks.flatMap(({ kind, value }) => marksOf(kind, value))),
  };
}

const once = (values: readonly (string | undefined)[]) =>
  [...new Set(values.filter((value) => value !== undefined))].sort();
