/** Screen readers are told at most one thing in this time, and have said it before the next comes. */
const GAP_MS = 1_000;
/** With more than so many waiting, they are told of them together. */
const MOST = 3;

/** Has things said one after the other, never more than one each second. */
export class Sayings {
  private readonly waiting: string[] = [];
  private resting = false;

  constructor(private readonly speak: (text: string) => void) {}

  add(text: string): void {
    this.waiting.push(text);
    if (!this.resting) this.next();
  }

  private next(): void {
    const text = this.taken();
    if (text === undefined) {
      this.resting = false;
      return;
    }
    this.resting = true;
    this.speak(text);
    setTimeout(() => this.next(), GAP_MS);
  }

  private taken(): string | undefined {
    if (this.waiting.length <= MOST) return this.waiting.shift();
    const all = this.waiting.splice(0);
    return `${all.length} things have happened. The last: ${all.at(-1)}`;
  }
}
