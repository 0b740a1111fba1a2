import { looksLikeFormula } from '../../text/formula';
import { legalCharacters } from '../../text/legal-characters';

/** What a cell of Excel holds at most, in UTF-16 code units (Excel specifications and limits). */
export const CELL_LIMIT = 32_767;

/** Places in the styles of the workbook (`xlsx-parts.ts`). */
export const STYLE = { plain: 0, head: 1, text: 2, quoted: 3, number: 4, marking: 5 } as const;

/**
 * One row of a sheet. A text is a string cell, never a formula, in the format “Text”, so that it stays one when somebody edits it;
 * line breaks become those of Excel (LF). What is too long for a cell is cut, and the cell says so.
 *
 * @param at from 1
 */
export function rowXml(at: number, cells: readonly (string | number | null)[], style: number = STYLE.text): string {
  let xml = `<row r="${at}">`;
  cells.forEach((cell, place) => {
    if (cell === null || cell === '') return;
    const address = `r="${columnName(place)}${at}"`;
    if (typeof cell === 'number') xml += `<c ${address} s="${STYLE.number}"><v>${cell}</v></c>`;
    else {
      const styled = style === STYLE.text && looksLikeFormula(cell) ? STYLE.quoted : style;
      xml += `<c ${address} s="${styled}" t="inlineStr"><is><t xml:space="preserve">${cellText(cell)}</t></is></c>`;
    }
  });
  return `${xml}</row>`;
}

/** Of a column, counted from 0. */
export function columnName(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : columnName(Math.floor(place / 26) - 1) + letter;
}

/** Text inside an element of XML. */
export function escapeXml(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    : text;
}

function cellText(text: string): string {
  const lines = legalCharacters(fitted(text)).replaceAll(/\r\n?/g, '\n');
  // Excel reads _x0041_ as the letter A: its underscore is written in that very way (ECMA-376 part 1, 22.9.2.19).
  return escapeXml(lines.includes('_x') ? lines.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : lines);
}

function fitted(text: string): string {
  if (text.length <= CELL_LIMIT) return text;
  const rest = ` […cut: of ${text.length.toLocaleString('en-GB')} characters. The CSV has them all.]`;
  return `${text.slice(0, CELL_LIMIT - rest.length).replace(/[\uD800-\uDBFF]$/, '')}${rest}`;
}
