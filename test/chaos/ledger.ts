import { createHash, randomUUID } from 'node:crypto';
import type { Answer } from '../../apps/cli/api/api-client';
import type { CommandAnswer } from '../../apps/api/commands/command.schema';
import type { Act } from './script';

/** How a command stands with the client that sent it. */
export type Standing =
  | { readonly kind: 'in-flight' }
  /** Nobody waits for its answer, and nobody repeats it. */
  | { readonly kind: 'abandoned' }
  | { readonly kind: 'acknowledged'; readonly answer: CommandAnswer }
  | { readonly kind: 'refused'; readonly status: number; readonly type: string }
  /** No answer after all repetitions, or one that no client should ever get. */
  | { readonly kind: 'unexpected' };

/** A command that a client has sent, once or more often. */
export interface Sent {
  readonly command: string;
  readonly key: string;
  readonly commandId: string;
  /** Of the first attempt; milliseconds of `performance.now()`. */
  readonly sentAt: number;
  standing: Standing;
}

/** What clients may be told without anything being wrong: somebody else was faster. */
const REFUSALS = [409, 422];

/** Everything that clients have sent and were told: what the timelines are measured by. */
export class Ledger {
  readonly entries: Sent[] = [];
  /** Answers that no client should ever get. */
  readonly unexpected: string[] = [];
  private readonly waiting: { since: number; tell: (sent: Sent) => void }[] = [];
  private readonly counts = { acknowledged: 0, refused: 0 };

  get acknowledged(): number {
    return this.counts.acknowledged;
  }

  get refused(): number {
    return this.counts.refused;
  }

  /** Notes an answer that no client should ever get. */
  complain(about: string, answer: Answer<unknown> | Error): void {
    this.unexpected.push(
      `${about}: ${answer instanceof Error ? answer.message : `${answer.status} ${JSON.stringify(answer.body)}`}`,
    );
  }

  /** Notes a command that is about to be sent. */
  send({ by, command }: Act): Sent {
    const key = randomUUID();
    const sent: Sent = {
      command,
      key,
      // The contract's own words, so that they are tested and not repeated.
      commandId: createHash('sha256').update(`${by}\n${key}`).digest('hex'),
      sentAt: performance.now(),
      standing: { kind: 'in-flight' },
    };
    this.entries.push(sent);
    return sent;
  }

  /** Notes what the client was told. */
  settle(sent: Sent, answer: Answer<unknown> | Error): void {
    sent.standing = standingOf(sent, answer);
    const { kind } = sent.standing;
    if (kind === 'unexpected') this.complain(`${sent.command} ${sent.commandId.slice(0, 12)}`, answer);
    if (kind === 'refused') this.counts.refused += 1;
    if (kind !== 'acknowledged') return;
    this.counts.acknowledged += 1;
    for (const waiter of this.waiting.filter(({ since }) => sent.sentAt > since)) {
      this.waiting.splice(this.waiting.indexOf(waiter), 1);
      waiter.tell(sent);
    }
  }

  /** Resolves with the first command that is acknowledged from now on and was sent after a moment. */
  acknowledgedAfter(since: number): Promise<Sent> {
    return new Promise((tell) => this.waiting.push({ since, tell }));
  }

  /** Commands whose clients wait at this moment. */
  inFlight(): readonly Sent[] {
    return this.entries.filter(({ standing }) => standing.kind === 'in-flight');
  }
}

function standingOf(sent: Sent, answer: Answer<unknown> | Error): Standing {
  if (answer instanceof Error) return { kind: 'unexpected' };
  const body = answer.body as Partial<CommandAnswer> & { readonly type?: string };
  if (answer.status === 200 || answer.status === 201)
    return body.commandId === sent.commandId
      ? { kind: 'acknowledged', answer: body as CommandAnswer }
      : { kind: 'unexpected' };
  const type = body.type?.split('/').pop() ?? '';
  if (REFUSALS.includes(answer.status) && type !== 'idempotency-mismatch')
    return { kind: 'refused', status: answer.status, type };
  return { kind: 'unexpected' };
}
