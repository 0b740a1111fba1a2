import type { FontName, Line } from './pdf-text';

/** A4 upright, in points. */
export const SIDE = 40;
export const TOP = 56;
export const BOTTOM = 842 - 60;
export const WIDTH = 595.28 - 2 * SIDE;
const BETWEEN = 14;

export const INK = { text: '#111111', quiet: '#555555', line: '#B8C2CC', warning: '#8A1C1C', band: '#E9EEF3' } as const;
type Ink = (typeof INK)[keyof typeof INK];

export interface Type {
  readonly font?: FontName;
  /** In points. */
  readonly size: number;
  readonly ink?: Ink;
}

/** A text of one kind. */
export interface Block {
  readonly text: string;
  readonly type: Type;
  /** Kind of its element of structure (ISO 32000-1, 14.8.4). */
  readonly role: 'H1' | 'H2' | 'P' | 'TH' | 'TD';
  /** BCP 47. */
  readonly language?: string | undefined;
}

/** Blocks below one another, in a part of the width of the page. */
export interface Column {
  readonly place: Place;
  readonly blocks: readonly Block[];
}

const HALF = (WIDTH - BETWEEN) / 2;
const LABEL = 150;
/** In points. */
export const PLACES = {
  across: { left: SIDE, width: WIDTH },
  left: { left: SIDE, width: HALF },
  right: { left: SIDE + HALF + BETWEEN, width: HALF },
  label: { left: SIDE, width: LABEL },
  value: { left: SIDE + LABEL + BETWEEN, width: WIDTH - LABEL - BETWEEN },
} as const;
export type Place = keyof typeof PLACES;

/** A line, and the block that it is of. */
export interface Placed {
  readonly line: Line;
  readonly block: Block;
}

/** In points. */
export const lineHeight = ({ type }: Block) => type.size * 1.3;

export const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
