import { isDeepStrictEqual } from 'node:util';
import type { ApiClient, Answer, CommandOptions, Problem } from '../api/api-client';

/** The people of a scenario, each with their own way to the API. */
export type Cast<P extends string> = Readonly<Record<P, ApiClient>>;

/** The last line of a demonstration. */
export interface ScenarioResult {
  readonly scenario: string;
  readonly operation: string;
  readonly stage: string;
  readonly commands: number;
  readonly refused: number;
  readonly events: number;
  readonly verified: boolean;
  readonly sentencesMonths: readonly number[];
  readonly seconds: number;
}

interface CommandAnswer {
  readonly reference: string;
  readonly sequence: number;
  readonly events: readonly { readonly type: string; readonly payload: Record<string, unknown> }[];
}

export interface OperationView {
  readonly reference: string;
  readonly stage: string;
  readonly sequence: number;
  readonly subjects: readonly { readonly id: string; readonly suspect: { readonly months: number | null } | null }[];
  readonly translations: readonly { readonly id: string; readonly status: string }[];
  readonly merge: { readonly status: string } | null;
}

/** Plays one operation through the API, saying each step aloud and counting what happens. */
export class Play<P extends string> {
  reference = '';
  commands = 0;
  refused = 0;

  constructor(
    private readonly cast: Cast<P>,
    private readonly say: (line: string) => void,
  ) {}

  /** Something is done; anything but success ends the scenario. Answers the payload of the first event. */
  async does(who: P, what: string, command: string, body: object, options: CommandOptions = {}) {
    const answer: Answer<CommandAnswer & Problem> =
      command === 'openReferral'
        ? await this.cast[who].open(body, options)
        : await this.cast[who].command(this.reference, command, body, options);
    if (answer.status >= 300) throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
    this.reference = answer.body.reference;
    this.commands += 1;
    const date = options.happenedAt?.slice(0, 10) ?? 'today     ';
    this.say(`${String(answer.body.sequence).padStart(4)}  ${date}  ${who.padEnd(36)} ${what}`);
    return answer.body.events[0]?.payload ?? {};
  }

  /** Something is tried that must be refused, with this status and these reasons. */
  async isRefused(
    who: P,
    what: string,
    command: string,
    body: object,
    expected: { readonly status: number; readonly reasons: readonly string[] },
    options: CommandOptions = {},
  ): Promise<void> {
    const { status, body: problem } = await this.cast[who].command<Problem>(this.reference, command, body, options);
    const reasons = problem.blockers?.map(({ code }) => code) ?? [problem.type.split('/').pop() ?? ''];
    if (status !== expected.status || !isDeepStrictEqual(reasons, expected.reasons))
      throw new Error(`${what}: expected ${JSON.stringify(expected)}, got ${status} ${JSON.stringify(problem)}`);
    this.refused += 1;
    const why = problem.blockers?.map(({ sentence }) => sentence).join(' ') ?? problem.detail ?? problem.title;
    this.say(`      refused ${status} ${who.padEnd(36)} ${what}: ${why}`);
  }

  async view(who: P): Promise<Answer<OperationView>> {
    return this.cast[who].get(`/api/v1/operations/${this.reference}`);
  }

  /** Closes the play: proves the timeline and sums up. */
  async result(scenario: string, who: P, started: number): Promise<ScenarioResult> {
    const { body } = await this.view(who);
    const proof = await this.cast[who].get<{ verified: boolean; sequence: number }>(
      `/api/v1/operations/${this.reference}/timeline/verify`,
    );
    return {
      scenario,
      operation: this.reference,
      stage: body.stage,
      commands: this.commands,
      refused: this.refused,
      events: proof.body.sequence,
      verified: proof.body.verified,
      sentencesMonths: body.subjects.flatMap(({ suspect }) => suspect?.months ?? []),
      seconds: Math.round((performance.now() - started) / 100) / 10,
    };
  }
}
