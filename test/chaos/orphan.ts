import type { OperationState } from '../../domain/operation/state';
import { currentOperation } from '../../platform/timeline/current';
import { sleep } from '../../platform/embedded/wait';
import type { PersonId } from '../../platform/embedded/identity/people';
import type { Ledger } from './ledger';
import { europolMessage, openLiaison, type Act } from './script';
import { differences, rowOf, workflowOf } from './standing';
import type { World } from './world';

const DAY_MS = 86_400_000;
/** Nothing else may be recorded while the fail-point is armed: no clock falls due so soon. */
const STILL_MS = 20_000;
/** What the design promises. */
export const HEALS_WITHIN_SECONDS = 30;
/** How long is waited all the same, to tell late from never. */
const PATIENCE_SECONDS = 60;

export interface OrphanOptions {
  readonly world: World;
  readonly ledger: Ledger;
  /** Where to look for an operation. */
  readonly references: readonly string[];
  /** Those that have had this before. */
  readonly orphaned: Set<string>;
  readonly bearer: (person: PersonId) => Promise<string>;
  readonly downMs: number;
  readonly signal: AbortSignal;
}

export interface Orphaned {
  readonly reference: string;
  /** Seconds from the kill; `null` when it has not healed in time. */
  readonly healedAfter: number | null;
  readonly differing: string;
}

/**
 * Has a Europol message recorded whose workflow never hears of it: the worker dies right after the commit, server and API
 * die with it, and nobody sends anything any more. Then starts all three again and watches the operation heal: its
 * workflow at the row's head, its timer armed.
 *
 * Nobody else may be sending commands. Answers nothing when no operation is fit for it.
 */
export async function orphan({
  world,
  ledger,
  references,
  orphaned,
  bearer,
  downMs,
  signal,
}: OrphanOptions): Promise<Orphaned | undefined> {
  const { stack, failPoint } = world;
  const reference = await choose(world, references, orphaned);
  if (reference === undefined) return undefined;
  orphaned.add(reference);
  if ((await currentOperation(world.pool, reference))?.state.liaison.status !== 'open')
    await post(openLiaison(), AbortSignal.timeout(15_000));

  failPoint.arm();
  const gone = new AbortController();
  // Its clock must be the operation's next, so that healing arms it.
  const lost = post(europolMessage({ direction: 'out', replyWithinDays: 1 }), gone.signal).catch(() => undefined);
  if (!(await failPoint.struck(stack))) throw new Error('The command did not meet the fail-point');
  const killedAt = performance.now();
  const seconds = () => (performance.now() - killedAt) / 1_000;
  await world.kill(['temporal', 'api']);
  gone.abort();
  await lost;

  const row = await rowOf(world.pool, reference);
  await sleep(downMs);
  await world.restart(['temporal', 'worker', 'api']);
  for (;;) {
    const differing = await workflowOf(world.client, reference).then(
      (workflow) => differences(row, workflow).join('; '),
      (error: Error) => `no answer: ${error.message}`,
    );
    const timedOut = seconds() > PATIENCE_SECONDS;
    if (differing === '' || timedOut) return { reference, healedAfter: timedOut ? null : seconds(), differing };
    signal.throwIfAborted();
    await sleep(100);
  }

  async function post({ by, command, body }: Act, given: AbortSignal): Promise<void> {
    const sent = ledger.send({ by, command, body });
    const response = await fetch(`${stack.urls.api}/api/v1/operations/${reference}/commands/${command}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await bearer(by)}`,
        'content-type': 'application/json',
        'idempotency-key': sent.key,
      },
      body: JSON.stringify(body),
      signal: given,
    }).catch((error: Error) => error);
    if (response instanceof Error) {
      sent.standing = { kind: 'abandoned' };
      return;
    }
    ledger.settle(sent, { status: response.status, etag: null, body: await response.json() });
  }
}

/** An operation that a new message can be recorded in, and whose next moment that message's will be. */
async function choose({ pool }: World, references: readonly string[], used: Set<string>): Promise<string | undefined> {
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(500)) {
    const current = await Promise.all(references.map((reference) => currentOperation(pool, reference)));
    const states = current.flatMap((one) => one?.state ?? []);
    // Else the reconciler would come sooner, and for another reason.
    const { rows } = await pool.query<{ reference: string }>(
      'SELECT DISTINCT operation AS reference FROM recorded_command WHERE confirmed_at IS NULL',
    );
    const before = (ms: number) => (state: OperationState) =>
      state.nextDueAt !== null && Date.parse(state.nextDueAt) < Date.now() + ms;
    if (states.some((state) => before(STILL_MS)(state) || awaitsTranslation(state))) continue;
    const found = states.find(
      (state) =>
        !['referral', 'closed'].includes(state.stage) &&
        state.liaison.status !== 'not-needed' &&
        !rows.some(({ reference }) => reference === state.reference) &&
        !used.has(state.reference) &&
        !before(DAY_MS + STILL_MS)(state),
    );
    if (found) return found.reference;
  }
  return undefined;
}

const awaitsTranslation = ({ stage, translations }: OperationState) =>
  stage !== 'closed' && translations.some(({ status }) => status === 'requested');
