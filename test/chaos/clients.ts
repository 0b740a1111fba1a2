import { setTimeout as sleep } from 'node:timers/promises';
import type { OperationView } from '../../apps/api/operations/operation.schema';
import type { Cast } from '../../apps/cli/scenarios/scenario';
import type { PersonId } from '../../platform/embedded/identity/people';
import type { Ledger } from './ledger';
import type { Random } from '../../samples/random';
import { nextAct, OPENING, supervisor } from './script';

/** Between one command's answer and the next command of the same client. */
const PAUSE_MS = { least: 50, most: 600 };
/** How often a client insists that the operation must still be as it has seen it. */
const WITH_PRECONDITION = 0.2;

/** Clients that open operations and work on them, all of them on all, as the people whose part it is. */
export class Clients {
  readonly references: string[] = [];
  private toOpen: number;
  private paused: PromiseWithResolvers<void> | undefined;
  private stopping = false;
  private working = 0;
  private readonly loops: Promise<void>[] = [];

  constructor(
    private readonly cast: Cast<PersonId>,
    private readonly ledger: Ledger,
    operations: number,
  ) {
    this.toOpen = operations;
  }

  start(count: number, random: Random): void {
    for (let nth = 0; nth < count; nth++) this.loops.push(this.loop(random.fork(nth)));
  }

  /** Resolves when every command under way has been answered; then nobody sends any until `resume`. */
  async pause(): Promise<void> {
    this.paused ??= Promise.withResolvers();
    while (this.working > 0) await sleep(20);
  }

  resume(): void {
    this.paused?.resolve();
    this.paused = undefined;
  }

  /** Resolves when every command has been answered. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.resume();
    await Promise.all(this.loops);
  }

  private async loop(random: Random): Promise<void> {
    while (!this.stopping) {
      // Looked at again after each wait, with nothing between the look and being counted.
      while (this.paused) await this.paused.promise;
      this.working += 1;
      try {
        await this.act(random);
      } finally {
        this.working -= 1;
      }
      await sleep(random.between(PAUSE_MS.least, PAUSE_MS.most));
    }
  }

  private async act(random: Random): Promise<void> {
    if (this.toOpen > 0 && (this.references.length === 0 || random.chance(0.3))) return this.open();
    if (this.references.length === 0) return;
    const reference = random.pick(this.references);
    const seen = await this.cast[supervisor].get<OperationView>(`/api/v1/operations/${reference}`).catch(asError);
    if (seen instanceof Error || seen.status !== 200) return this.ledger.complain(`a look at ${reference}`, seen);
    const act = nextAct(seen.body, random);
    const sent = this.ledger.send(act);
    const answer = await this.cast[act.by]
      .command(reference, act.command, act.body, {
        idempotencyKey: sent.key,
        ...(act.happenedAt === undefined ? {} : { happenedAt: act.happenedAt }),
        ...(seen.etag !== null && random.chance(WITH_PRECONDITION) ? { ifMatch: seen.etag } : {}),
      })
      .catch(asError);
    this.ledger.settle(sent, answer);
  }

  private async open(): Promise<void> {
    this.toOpen -= 1;
    const sent = this.ledger.send(OPENING);
    const { by, body } = OPENING;
    this.ledger.settle(sent, await this.cast[by].open(body, { idempotencyKey: sent.key }).catch(asError));
    if (sent.standing.kind === 'acknowledged') this.references.push(sent.standing.answer.reference);
  }
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)));
