/** However little a page says, it is not asked for without a pause. */
const LEAST_MS = 1_000;

/** How long to wait before a page is looked at again, from what it says (`data-poll`, in seconds). Milliseconds. */
export const pauseFrom = (seconds: string | undefined): number => Math.max(LEAST_MS, (Number(seconds) || 0) * 1_000);

/** How long to wait before something is tried once more: longer each time, and never for good. Milliseconds. */
export class Pauses {
  private tried = 0;

  constructor(
    private readonly shortest: number,
    private readonly longest: number,
    /** From 0 to 1: so that not all browsers come back at the same moment. */
    private readonly chance: () => number = Math.random,
  ) {}

  next(): number {
    const whole = Math.min(this.shortest * 2 ** this.tried++, this.longest);
    return whole * (0.75 + this.chance() / 4);
  }

  /** It has worked. */
  over(): void {
    this.tried = 0;
  }
}
