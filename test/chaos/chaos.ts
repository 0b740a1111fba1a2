import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient } from '../../apps/cli/api/api-client';
import type { Cast } from '../../apps/cli/scenarios/scenario';
import { PEOPLE, type PersonId } from '../../platform/embedded/identity/people';
import { SignedIn } from '../../platform/embedded/identity/sign-in';
import { UNTHROTTLED } from '../../platform/embedded/unthrottled';
import { Stack } from '../../platform/embedded/stack';
import { sayingSteps } from '../../platform/embedded/steps';
import { audit, type Findings } from './audit';
import { Clients } from './clients';
import { FailPoint } from './fail-point';
import { Follower } from './follower';
import { Killer } from './killer';
import { Ledger } from './ledger';
import { FAIL_POINTS, KINDS, planKills, type Kind } from './plan';
import { Random } from '../../samples/random';
import { supervisor } from './script';
import { World } from './world';

export interface ChaosOptions {
  /** At least so many commands are acknowledged. */
  readonly commands: number;
  readonly clients: number;
  readonly operations: number;
  /** How often each kind is killed. */
  readonly rounds: number;
  readonly seed: number;
  /** Leave the data folder behind. */
  readonly keep: boolean;
  /** Ends the run early, tidily. */
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** The last line of a run. */
export interface ChaosResult {
  readonly acknowledged: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly chainsVerified: number;
  readonly disagreements: number;
  readonly recoverySeconds: Readonly<Record<Kind, number | null>>;
  readonly seed: number;
  readonly kills: Readonly<Record<Kind, number>>;
  readonly seconds: number;
}

/** No kill begins after this; what is planned beyond is left out. */
const KILLING_SECONDS = 390;
/** So that operations continue as new again and again while all this happens. */
const HISTORY_EVENTS = 150;

/** Kills everything while commands flow, and counts what was lost. `passed` says whether all is as it must be. */
export async function runChaos(options: ChaosOptions): Promise<{ result: ChaosResult; passed: boolean }> {
  const started = performance.now();
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-chaos-'));
  const say = (line: string) =>
    options.say(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`);
  let stack: Stack | undefined;
  try {
    const failPoint = new FailPoint(join(dataDir, 'fail-points'));
    stack = await Stack.start({
      dataDir,
      ports: 'free',
      environment: {},
      env: (app) => ({ ...UNTHROTTLED, ...failPoint.environmentOf(app) }),
      temporalDynamicConfig: { 'limit.historyCount.suggestContinueAsNew': HISTORY_EVENTS },
      stepsBefore: Number(process.env['WAYMARK_STEPS_DONE'] ?? 0),
      onStep: sayingSteps(options.say),
    });
    const world = new World(stack, failPoint, say);
    try {
      return await inWorld(world, { ...options, say }, started);
    } finally {
      await world.close();
    }
  } finally {
    await stack?.stop();
    if (options.keep) options.say(`Kept: ${dataDir}`);
    else rmSync(dataDir, { recursive: true, force: true });
  }
}

async function inWorld(world: World, options: ChaosOptions, started: number) {
  const { commands, clients: count, operations, rounds, seed, signal, say } = options;
  const { urls } = world.stack;
  const random = new Random(seed);
  const ledger = new Ledger();
  const people = Object.fromEntries(PEOPLE.map(({ id }) => [id, new SignedIn(urls.issuer, id)])) as Record<
    PersonId,
    SignedIn
  >;
  const cast = Object.fromEntries(PEOPLE.map(({ id }) => [id, new ApiClient(urls.api, people[id])])) as Cast<PersonId>;
  const clients = new Clients(cast, ledger, operations);
  const follower = new Follower(urls.api, () => people[supervisor].token());
  const killer = new Killer({ world, clients, ledger, bearer: (person) => people[person].token(), signal, say });
  const plan = planKills(rounds, random.fork(0));
  say(`seed ${seed}: ${count} clients, ${operations} operations, ${plan.length} kills planned`);

  follower.start();
  clients.start(count, random.fork(1));
  try {
    for (const blow of plan) {
      if ((performance.now() - started) / 1_000 > KILLING_SECONDS) break;
      await killer.strike(blow);
    }
    while (ledger.acknowledged < commands || clients.references.length < operations)
      await sleep(200, undefined, { signal });
    say('no more kills; the last commands are being answered');
    await clients.stop();
    const findings = await audit(world, { ledger, follower, operations, signal });
    return judge(findings, { ledger, killer, options, started });
  } finally {
    // After an interruption nobody waits for answers any more.
    void clients.stop();
    await follower.stop();
  }
}

function judge(
  findings: Findings,
  { ledger, killer, options, started }: { ledger: Ledger; killer: Killer; options: ChaosOptions; started: number },
) {
  const { lost, duplicated, disagreements, chainsVerified, events, continued } = findings;
  const { say, operations, seed } = options;
  const tenths = (seconds: number) => Math.round(seconds * 10) / 10;
  for (const line of [...lost, ...duplicated, ...disagreements]) say(`! ${line}`);
  for (const line of ledger.unexpected) say(`! unexpected answer: ${line}`);
  for (const service of killer.surprises) say(`! ${service} ended without having been killed`);
  for (const reference of killer.unhealed) say(`! ${reference} did not heal in time`);
  say(
    `${ledger.entries.length} commands sent: ${ledger.acknowledged} acknowledged, ${ledger.refused} refused; ` +
      `${events} events; operations continued as new ${continued} times`,
  );
  const recovery = KINDS.map((kind) => [kind, killer.recovery.get(kind)] as const);
  const result: ChaosResult = {
    acknowledged: ledger.acknowledged,
    lost: lost.length,
    duplicated: duplicated.length,
    chainsVerified,
    disagreements: disagreements.length,
    recoverySeconds: Object.fromEntries(
      recovery.map(([kind, seconds]) => [kind, seconds === undefined ? null : tenths(seconds)]),
    ) as Record<Kind, number | null>,
    seed,
    kills: killer.kills,
    seconds: tenths((performance.now() - started) / 1_000),
  };
  const passed =
    lost.length + duplicated.length + disagreements.length + ledger.unexpected.length + killer.unhealed.length === 0 &&
    chainsVerified === operations &&
    FAIL_POINTS.every((kind) => killer.kills[kind] > 0);
  return { result, passed };
}
