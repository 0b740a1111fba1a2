import { setTimeout as sleep } from 'node:timers/promises';
import type { Clients } from './clients';
import type { Ledger, Sent } from './ledger';
import { HEALS_WITHIN_SECONDS, orphan } from './orphan';
import { KINDS, type Blow, type Kind, type Service } from './plan';
import type { World } from './world';

/** How long an event may be on its way to its consumers after what carries it was killed, before it counts as lost. */
const DELIVERY_SECONDS = 90;

export interface KillerOptions {
  readonly world: World;
  readonly clients: Clients;
  readonly ledger: Ledger;
  readonly bearer: Parameters<typeof orphan>[0]['bearer'];
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Kills by the plan, starts again what it has killed, and measures how long commands went unanswered. */
export class Killer {
  readonly kills = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  readonly recovery = new Map<Kind, number>();
  /** Operations that did not heal by themselves. */
  readonly unhealed: string[] = [];
  /** Services that ended without having been killed. */
  readonly surprises: Service[] = [];
  private readonly orphaned = new Set<string>();

  constructor(private readonly options: KillerOptions) {}

  async strike({ kinds, afterMs, downMs }: Blow): Promise<void> {
    const { signal, world, say } = this.options;
    await sleep(afterMs, undefined, { signal });
    const [kind] = kinds;
    if (kind === 'worker-after-record') await this.afterRecord(kind, downMs);
    else if (kind === 'worker-and-temporal-after-record') await this.abandoned(kind, downMs);
    else await this.services(kinds as readonly Service[], downMs);

    const missing = world.missing();
    if (missing.length === 0) return;
    say(`  ${missing.join(', ')} ended without having been killed`);
    this.surprises.push(...missing);
    await world.restart(missing);
  }

  private async services(services: readonly Service[], downMs: number): Promise<void> {
    const { world, ledger } = this.options;
    const killedAt = performance.now();
    const interrupted = ledger.inFlight();
    await world.kill(services);
    for (const service of services) this.kills[service] += 1;
    const again = ledger.acknowledgedAfter(performance.now());
    await sleep(downMs);
    await world.restart(services);
    const sent = await this.orInterrupted(again);
    // Commands need neither; what shows that these two are back is the delivery of what they carry.
    if (services.includes('jobs') || services.includes('redis')) await this.delivered(sent);
    this.recovered(services, killedAt, downMs, services.length === 1);
    await this.settled(interrupted, killedAt);
  }

  /** The worker dies right after a commit, whoever's it is; its clients wait and repeat. */
  private async afterRecord(kind: Kind, downMs: number): Promise<void> {
    const { world, ledger } = this.options;
    world.failPoint.arm();
    if (!(await world.failPoint.struck(world.stack))) throw new Error('No command met the fail-point');
    const killedAt = performance.now();
    this.kills[kind] += 1;
    const interrupted = ledger.inFlight();
    const again = ledger.acknowledgedAfter(killedAt);
    await sleep(downMs);
    await world.restart(['worker']);
    await this.orInterrupted(again);
    await this.settled(interrupted, killedAt);
    this.recovered([kind], killedAt, downMs, true);
  }

  /** Worker, server and API die right after a commit, and nobody sends anything: it must heal by itself. */
  private async abandoned(kind: Kind, downMs: number): Promise<void> {
    const { world, clients, ledger, bearer, signal, say } = this.options;
    await clients.pause();
    try {
      const { orphaned } = this;
      const outcome = await orphan({ world, ledger, references: clients.references, orphaned, bearer, downMs, signal });
      if (!outcome) return say(`${kind}: no operation is fit for it at the moment`);
      const { reference, healedAfter, differing } = outcome;
      this.kills[kind] += 1;
      if (healedAfter !== null) this.note(kind, healedAfter);
      if (healedAfter === null || healedAfter > HEALS_WITHIN_SECONDS) this.unhealed.push(reference);
      const how =
        healedAfter === null ? `not healed: ${differing}` : `healed after ${tenths(healedAfter)} s, timer armed`;
      say(`${kind}, nobody repeats: ${reference} ${how}`);
    } finally {
      clients.resume();
    }
  }

  private recovered(kinds: readonly Kind[], killedAt: number, downMs: number, counts: boolean): void {
    const seconds = (performance.now() - killedAt) / 1_000;
    if (counts) for (const kind of kinds) this.note(kind, seconds);
    const { acknowledged, refused } = this.options.ledger;
    this.options.say(
      `${kinds.join(' and ')}: serving again after ${tenths(seconds)} s (left down ${tenths(downMs / 1_000)} s); ` +
        `${acknowledged} acknowledged, ${refused} refused`,
    );
  }

  private note(kind: Kind, seconds: number): void {
    this.recovery.set(kind, Math.max(this.recovery.get(kind) ?? 0, seconds));
  }

  /** Waits until every command that a kill has interrupted is answered, and says when that took long. */
  private async settled(interrupted: readonly Sent[], killedAt: number): Promise<void> {
    while (interrupted.some(({ standing }) => standing.kind === 'in-flight')) {
      this.options.signal.throwIfAborted();
      await sleep(20);
    }
    const seconds = (performance.now() - killedAt) / 1_000;
    if (seconds > 15)
      this.options.say(`  the last of ${interrupted.length} interrupted commands answered after ${tenths(seconds)} s`);
  }

  private orInterrupted<T>(what: Promise<T>): Promise<T> {
    const { signal } = this.options;
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      what.then(resolve, reject);
    });
  }

  /** Resolves when the event of an acknowledged command has left the outbox for good. */
  private async delivered({ standing }: Sent): Promise<void> {
    if (standing.kind !== 'acknowledged') return;
    const { reference, sequence } = standing.answer;
    for (const until = Date.now() + DELIVERY_SECONDS * 1_000; ; await sleep(100)) {
      this.options.signal.throwIfAborted();
      const left = await this.options.world.pool
        .query('SELECT FROM outbox WHERE operation = $1 AND sequence = $2', [reference, sequence])
        .catch(() => undefined);
      if (left?.rowCount === 0) return;
      // The audit will find it; here it must not stop the run.
      if (Date.now() > until) return this.options.say(`  ${reference} ${sequence} is still in the outbox`);
    }
  }
}

const tenths = (seconds: number) => seconds.toFixed(1);
