import { withoutFormula } from './formula';

type Cell = string | number;

/** Rows as CSV (RFC 4180), each ended by CR LF. No spreadsheet runs a cell of it. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: Cell): string {
  const cell = typeof value === 'string' ? withoutFormula(value) : String(value);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
