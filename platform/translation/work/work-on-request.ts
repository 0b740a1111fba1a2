import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Marking } from '../../../domain/operation/codes';
import { whyNotSent } from '../../../domain/translation/premises-rule';
import type { ProviderFailure, TranslationProvider } from '../providers/provider';
import { halveRequest } from './halve-request';
import { MAY_LEAVE_UP_TO } from './may-leave';
import { sendRequest, type Waiting } from './send-request';

/** A provider that cannot answer is asked again after this long, each time twice as long. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;
/** What has been sent is waited for, also by a process that stops: an answer given up may have been charged. */
const PATIENT = new AbortController().signal;
/** So often a program of this machine may die of a request before it is parted. */
const DEATHS = 2;

export interface Working {
  readonly pool: Pool;
  readonly providers: readonly TranslationProvider[];
  /** Aborted when the process stops: what waits is left to the next one. */
  readonly stopping: AbortSignal;
}

/**
 * Sends a request of a translation, while that is neither paused nor called off. One that fails is sent again after a while, unless its
 * provider will never take it: then the translation is paused, and says why. Safe to repeat.
 */
export async function workOnRequest(working: Working, id: string, nth: number): Promise<void> {
  for (let failures = 0; !working.stopping.aborted; failures += 1) {
    const request = await waiting(working.pool, id, nth);
    const failure = request && (await send(working, id, request));
    if (!request || !failure) return;
    if (await isSettled(working, { id, request, failure, failures })) return;
    await sleep(pauseOf(failure, failures), undefined, { signal: working.stopping }).catch(() => undefined);
  }
}

interface Asked extends Waiting {
  readonly provider: string;
  readonly force: string | null;
  readonly marking: Marking;
  readonly mayLeaveUpTo: Marking | null;
}

/** The request as it is now; nothing where it is no longer to be sent. */
async function waiting(pool: Pool, id: string, nth: number): Promise<Asked | undefined> {
  const { rows } = await pool.query<Asked>({
    name: 'translation-waiting',
    text: `
      SELECT r.translation, r.nth, r.provider, r.language, r.unit_keys AS "unitKeys", r.units, r.characters,
        o.lead_force AS force, o.marking,
        ${MAY_LEAVE_UP_TO}
      FROM translation t JOIN translation_request r ON r.translation = t.nth JOIN operation o ON o.reference = t.operation
      WHERE t.id = $1 AND r.nth = $2 AND t.state IN ('understanding', 'translating') AND NOT t.paused AND r.state = 'waiting'`,
    values: [id, nth],
  });
  return rows[0];
}

/** @returns why it was not answered; nothing where there is no more to do here */
async function send({ pool, providers }: Working, id: string, asked: Asked): Promise<ProviderFailure | undefined> {
  const provider = providers.find((one) => one.id === asked.provider);
  // The rule, or the marking, may have changed since the requests were planned.
  const why = provider
    ? whyNotSent(asked, { name: provider.id, leavesPremises: provider.leavesPremises }, asked.marking)
    : `${asked.provider} is no longer set up here: set it up again, or call this translation off and ask for another.`;
  if (!provider || why !== undefined) {
    await pause(pool, id, why ?? '');
    return undefined;
  }
  const sent = await sendRequest({ pool, force: asked.force, provider, signal: PATIENT }, asked);
  return sent.kind === 'failed' ? sent.failure : undefined;
}

interface Failed {
  readonly id: string;
  readonly request: Asked;
  readonly failure: ProviderFailure;
  /** Of this request, in a row, before this one. */
  readonly failures: number;
}

/** @returns whether nothing is to be sent again here */
async function isSettled(
  { pool, providers, stopping }: Working,
  { id, request, failure, failures }: Failed,
): Promise<boolean> {
  if (failure.kind === 'refused') {
    await pause(pool, id, failure.message);
    return true;
  }
  const isOwn = providers.some(
    ({ id: provider, leavesPremises, pencePerMillion }) =>
      provider === request.provider && !leavesPremises && pencePerMillion === 0,
  );
  if (!isOwn || failures < DEATHS || stopping.aborted) return false;
  await halveRequest(pool, request);
  return true;
}

const pauseOf = ({ retryAfterMs }: ProviderFailure, failures: number): number =>
  Math.max(retryAfterMs ?? 0, Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS));

async function pause(pool: Pool, id: string, problem: string): Promise<void> {
  await pool.query(
    `UPDATE translation SET paused = true, problem = $2 WHERE id = $1 AND state IN ('understanding', 'translating')`,
    [id, problem],
  );
}
