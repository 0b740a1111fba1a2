/**
 * What a spreadsheet runs as a formula where a cell begins with it, also in full width, and after a tab or line break that it
 * takes off (OWASP, “CSV Injection”).
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Whether a spreadsheet would take a cell of CSV with this text for a formula. */
export const looksLikeFormula = (text: string): boolean => FORMULA.test(text);

/** A text that no spreadsheet runs: an apostrophe before it says that it is text. */
export const withoutFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
