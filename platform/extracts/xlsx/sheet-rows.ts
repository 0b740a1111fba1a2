import { Unreadable } from '../../profiles/unreadable';
import type { ExtractRow } from '../rows';
import { momentOf, type NumberKind } from './number-formats';
import type { SharedStrings } from './shared-strings';
import type { XmlHandlers } from './xml';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: SharedStrings;
  /** By the number of the style of a cell. */
  readonly kinds: readonly NumberKind[];
  readonly is1904: boolean;
}

/** Excel has no more (its specifications and limits). */
const COLUMNS_LIMIT = 16_384;

/** Collects the rows of a sheet (ECMA-376 part 1, 18.3). Of a formula its last value is taken; nothing is ever calculated. */
export class SheetRows implements XmlHandlers {
  private rows: ExtractRow[] = [];
  private cells: string[] = [];
  private line = 0;
  private column = -1;
  private type = 'n';
  private kind: NumberKind = 'number';
  private value = '';
  private isValue = false;
  private isPhonetic = false;

  constructor(private readonly context: SheetContext) {}

  /** The rows that have ended since the last time; blank ones are none. */
  taken(): readonly ExtractRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row':
        this.line = Number(attributes.r ?? this.line + 1);
        this.cells = [];
        this.column = -1;
        break;
      case 'c':
        this.column = attributes.r === undefined ? this.column + 1 : columnOf(attributes.r);
        if (!(this.column >= 0 && this.column < COLUMNS_LIMIT))
          throw new Unreadable('The workbook is damaged: it has a cell where there can be none.');
        this.type = attributes.t ?? 'n';
        this.kind = this.context.kinds[Number(attributes.s ?? 0)] ?? 'number';
        this.value = '';
        break;
      case 'v':
      case 't':
        this.isValue = !this.isPhonetic;
        break;
      case 'rPh':
        this.isPhonetic = true;
    }
  }

  text(text: string): void {
    if (this.isValue) this.value += text;
  }

  close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.isValue = false;
        break;
      case 'rPh':
        this.isPhonetic = false;
        break;
      case 'c':
        while (this.cells.length < this.column) this.cells.push('');
        this.cells[this.column] = this.cell();
        break;
      case 'row':
        if (this.cells.some((cell) => cell !== '')) this.rows.push({ line: this.line, cells: this.cells });
    }
  }

  private cell(): string {
    const { value, type } = this;
    if (type === 's') return this.context.strings.at(Number(value)) ?? '';
    if (type === 'n') return momentOf(value, this.kind, this.context.is1904);
    if (type === 'b') return value === '1' ? 'TRUE' : value === '0' ? 'FALSE' : value;
    return unescaped(value);
  }
}

/** Letters that XML has not are written as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;

/** From 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
  }
  return column - 1;
}
