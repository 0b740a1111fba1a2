/**
 * Lets one thing happen at a time, in the order asked for.
 *
 * Our own, since the SDK notes the stack of every promise in a workflow, which costs more than all else a command does
 * there: a library's mutex makes twice as many of them, each from deeper down.
 */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private taken = false;
  private begun = 0;

  get isTaken(): boolean {
    return this.taken;
  }

  /** How many have begun. */
  get count(): number {
    return this.begun;
  }

  /** Does this when its turn has come, and gives the turn on however it ends. */
  async take<T>(act: () => Promise<T>): Promise<T> {
    if (this.taken) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.taken = true;
    this.begun += 1;
    try {
      return await act();
    } finally {
      const next = this.waiting.shift();
      // Handed over without being free in between, so that nobody who comes now is served before those who wait.
      if (next) next();
      else this.taken = false;
    }
  }
}
