/** A thing with its label, around its middle. */
export interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const PASSES = 40;
/** How often everything is spread before boxes are pushed again, where they leave each other no room. */
const MOST_SPREADS = 20;
const SPREAD = 1.15;

/**
 * Pushes boxes apart until none is upon another, the nearest ones as little as can be. What stands at the very same place is
 * parted by its order, so that the outcome is always the same.
 */
export function apart(boxes: readonly Box[], gap: number): readonly Box[] {
  const moved = boxes.map((box) => ({ ...box }));
  for (let spread = 0; spread <= MOST_SPREADS; spread++) {
    for (let pass = 0; pass < PASSES; pass++) if (!pushed(moved, gap)) return moved;
    for (const box of moved) [box.x, box.y] = [box.x * SPREAD, box.y * SPREAD];
  }
  return moved;
}

type Moving = { -readonly [K in keyof Box]: Box[K] };

/** One pass over all that can touch, from left to right. @returns whether any had to be moved */
function pushed(boxes: readonly Moving[], gap: number): boolean {
  let any = false;
  const widest = Math.max(0, ...boxes.map(({ width }) => width)) + gap;
  const sorted = [...boxes].sort((one, other) => one.x - other.x || (one.id < other.id ? -1 : 1));
  for (const [nth, one] of sorted.entries())
    for (let next = nth + 1; next < sorted.length; next++) {
      const other = sorted[next] as Moving;
      if (other.x - one.x > widest) break;
      const across = (one.width + other.width) / 2 + gap / 2 - Math.abs(other.x - one.x);
      const down = (one.height + other.height) / 2 + gap / 2 - Math.abs(other.y - one.y);
      if (across <= 0.5 || down <= 0.5) continue;
      any = true;
      if (across < down) shift(one, other, 'x', across);
      else shift(one, other, 'y', down);
    }
  return any;
}

function shift(one: Moving, other: Moving, axis: 'x' | 'y', by: number): void {
  const side = other[axis] < one[axis] || (other[axis] === one[axis] && other.id < one.id) ? -1 : 1;
  one[axis] -= (side * by) / 2;
  other[axis] += (side * by) / 2;
}
