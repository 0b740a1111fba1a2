const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const SHARE = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 });

/** A number as people write it, rounded to a whole one: 12,345. */
export const numberText = (number: number | null | undefined): string =>
  number === null || number === undefined ? '' : WHOLE.format(number);

/** A share of 1 in whole hundredths: 12%. */
export const shareText = (share: number): string => SHARE.format(share);

/** A text as it may stand in the identifier of an element. */
export const slug = (text: string): string => encodeURIComponent(text).replaceAll(/[^A-Za-z0-9]/g, '-');
