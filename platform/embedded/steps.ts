/** One thing a start does, told as it happens. */
export interface Step {
  readonly kind: 'begin' | 'note' | 'end';
  readonly number: number;
  readonly title: string;
  /** What came of it, or what is going on. */
  readonly detail?: string;
  readonly milliseconds?: number;
}
export type StepListener = (step: Step) => void;

const SILENCE_MILLISECONDS = 30_000;

/** Numbers and times the steps of a start. */
export class Steps {
  private count: number;

  constructor(
    private readonly listen: StepListener,
    /** How many steps whoever called us has already shown. */
    before = 0,
  ) {
    this.count = before;
  }

  /** Does one step. What `work` returns as `detail` is shown when it is done; `note` shows something on the way. */
  async take<T extends { readonly detail: string } | string>(
    title: string,
    work: (note: (detail: string) => void) => Promise<T>,
  ): Promise<T> {
    this.count += 1;
    const number = this.count;
    const started = performance.now();
    const elapsed = () => Math.round(performance.now() - started);
    this.listen({ kind: 'begin', number, title });
    // Silence for long looks like a hang.
    const alive = setInterval(() => note('still at it'), SILENCE_MILLISECONDS);
    const note = (detail: string) => {
      alive.refresh();
      this.listen({ kind: 'note', number, title, detail, milliseconds: elapsed() });
    };
    try {
      const result = await work(note);
      const detail = typeof result === 'string' ? result : result.detail;
      this.listen({ kind: 'end', number, title, detail, milliseconds: elapsed() });
      return result;
    } finally {
      clearInterval(alive);
    }
  }
}

/** A step as one line for people; nothing for the beginning, since the end says it all. */
export function describeStep(step: Step): string | undefined {
  if (step.kind === 'begin') return undefined;
  const label = `[${String(step.number).padStart(2)}] ${step.title}`;
  const seconds = step.milliseconds === undefined ? '' : ` (${(step.milliseconds / 1000).toFixed(1)} s)`;
  return step.kind === 'note' ? `     ${step.title}: ${step.detail}${seconds}` : `${label}: ${step.detail}${seconds}`;
}

/** Says each step as one line for people. */
export const sayingSteps =
  (say: (line: string) => void): StepListener =>
  (step) => {
    const line = describeStep(step);
    if (line !== undefined) say(line);
  };
