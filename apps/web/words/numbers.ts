/** A number as people write it: 12,345. */
export const numberText = (number: number | null | undefined): string =>
  number === null || number === undefined ? '' : number.toLocaleString('en-GB');

/** A text as it may stand in the identifier of an element. */
export const slug = (text: string): string => encodeURIComponent(text).replaceAll(/[^A-Za-z0-9]/g, '-');
