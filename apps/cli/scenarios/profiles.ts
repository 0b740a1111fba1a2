import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { REGIONAL_UNITS } from '../../../domain/access/actor';
import type { StackUrls } from '../../../platform/embedded/addresses';
import type { PersonId } from '../../../platform/embedded/identity/people';
import { generateForceData, type ForceData } from '../../../samples/force-data/generate';
import type { ProfileRun, RankingAnswer } from '../../api/profiles/runs.schema';
import type { Settled, SuggestionList } from '../../api/profiles/suggestions.schema';
import { importForceFile, saveSuggestedMapping } from '../api/imports';
import type { ApiClient } from '../api/api-client';
import { linkQuality, type LinkQuality } from '../profiles/link-quality';
import { tasking } from './people';
import type { Cast } from './scenario';

const RECORDS = 1_000_000;
const ANALYST: PersonId = 'intelligence-analyst-ersou';
/** Who hands in the records of forces that the Eastern Region does not serve. */
const OTHERS: Readonly<Record<string, PersonId>> = {
  'west-mercia': 'intelligence-analyst-west-mercia',
  warwickshire: 'intelligence-analyst-warwickshire',
};

/** The last line of this demonstration. */
export interface ProfilesResult extends LinkQuality {
  readonly scenario: 'profiles';
  readonly records: number;
  readonly rejected: number;
  /** Of the harm in the window, what the top 2 % of suspects across counties held. */
  readonly top2PercentHarmShare: number;
  /** How many times more of the following six months' harm the first hundred suspects held than any hundred. */
  readonly backtestLift: number;
  readonly serialSuspectRank: number | null;
  readonly operation: string | null;
  readonly verified: boolean;
  readonly seconds: number;
  readonly peakMemoryMb: number;
}

/**
 * Nine forces hand their records in, each in a layout of its own; who is who is linked across them; suspects are profiled, and the first of
 * a profile becomes a referral. The records are invented, so that what was linked is measured by the truth.
 */
export async function profiles(
  cast: Cast<PersonId>,
  say: (line: string) => void,
  urls: Pick<StackUrls, 'database'>,
  // Another seed each time, or the files of an earlier demonstration would be the same and add nothing.
  { size, seed } = { size: RECORDS, seed: Math.floor(Date.now() / 1000) % 1_000_000 },
): Promise<ProfilesResult> {
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'waymark-force-data-'));
  try {
    say(`Nine forces’ records are invented: ${size.toLocaleString('en-GB')}`);
    const data = await generateForceData(folder, size, seed);
    const imported = await importAll(cast, data, say);
    say('Everybody is linked and profiled');
    const run = await profiled(cast[ANALYST], data.until, say);
    const quality = await linkQuality(
      urls.database.owner,
      data.truth,
      imported.map(({ force, id }) => [force, id]),
    );
    const serial = await serialSuspect(cast[ANALYST], run, data, say);
    const operation = await referral(cast, say);
    const top = run.lists?.find(({ role, area, scope }) => role === 'suspect' && area === 'all' && scope === 'all');
    const lift = run.backTest?.suspect.lift ?? 0;
    return {
      scenario: 'profiles',
      records: imported.reduce((sum, { records }) => sum + records, 0),
      rejected: imported.reduce((sum, { rejected }) => sum + rejected, 0),
      ...quality,
      top2PercentHarmShare: round(top?.concentration.find(({ share }) => share === 0.02)?.harm ?? 0),
      backtestLift: round(lift),
      serialSuspectRank: serial,
      operation,
      verified:
        quality.linkPrecision >= 0.95 &&
        quality.linkRecall >= 0.95 &&
        serial !== null &&
        serial <= 10 &&
        operation !== null &&
        lift > 1,
      seconds: Math.round((performance.now() - started) / 1000),
      peakMemoryMb: Math.round(
        Math.max(run.peakMemory ?? 0, ...imported.map(({ peakMemory }) => peakMemory ?? 0)) / 1_048_576,
      ),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importAll(cast: Cast<PersonId>, data: ForceData, say: (line: string) => void) {
  const imported = [];
  for (const [force, path] of Object.entries(data.files)) {
    const client = cast[OTHERS[force] ?? ANALYST];
    await saveSuggestedMapping(client, force, path);
    const made = await importForceFile(client, force, path);
    if (made.state !== 'loaded') throw new Error(`${force}: ${made.state} ${made.problem ?? ''}`);
    say(
      `      loaded   ${force.padEnd(16)} ${made.records.toLocaleString('en-GB').padStart(9)} records, ${made.rejected} not taken in`,
    );
    imported.push(made);
  }
  return imported;
}

async function profiled(analyst: ApiClient, asOf: string, say: (line: string) => void): Promise<ProfileRun> {
  const { status, body } = await analyst.post<ProfileRun>('/api/v1/profiles/runs', { asOf });
  if (status !== 202) throw new Error(`The profiling was not taken: ${status} ${JSON.stringify(body)}`);
  let run = body;
  for (let step: string | null = null; run.state !== 'done'; await sleep(300)) {
    run = (await analyst.get<ProfileRun>(`/api/v1/profiles/runs/${body.id}`)).body;
    if (run.state === 'failed') throw new Error('The profiling has failed');
    if (run.step !== null && run.step !== step) say(`      … ${run.step}`);
    step = run.step;
  }
  return run;
}

/** The rank of the suspect who was invented to be found, flagged with the four forces that hold an interest. */
async function serialSuspect(
  analyst: ApiClient,
  run: ProfileRun,
  { serial }: ForceData,
  say: (line: string) => void,
): Promise<number | null> {
  const { body } = await analyst.get<RankingAnswer>(
    `/api/v1/profiles/runs/${run.id}/ranking?role=suspect&area=violence-against-women-and-girls&limit=10`,
  );
  const near = REGIONAL_UNITS.ersou ?? [];
  const expected = serial.forces.filter((force) => near.includes(force));
  const found = body.items.find(
    ({ forces, flags }) =>
      expected.every((force) => forces.includes(force)) &&
      forces.length === expected.length &&
      flags.includes('serial-suspect'),
  );
  for (const one of body.items.slice(0, 3))
    say(
      `      ${String(one.rank).padStart(2)}. ${one.score.toFixed(1)} of 100: ${one.events} events, ${one.forces.join(', ')}; ${one.flags.join(', ')}`,
    );
  return found?.rank ?? null;
}

/** The first suggestion of the tasking officer's force becomes a referral. */
async function referral(cast: Cast<PersonId>, say: (line: string) => void): Promise<string | null> {
  const { body } = await cast[tasking].get<SuggestionList>('/api/v1/profiles/suggestions');
  const [first] = body.items;
  if (!first) return null;
  say(`      suggests ${first.grounds}`);
  const opened = await cast[tasking].post<Settled>(`/api/v1/profiles/suggestions/${first.id}/referral`, {});
  if (opened.status !== 200)
    throw new Error(`The referral was not opened: ${opened.status} ${JSON.stringify(opened.body)}`);
  say(`      opens    ${opened.body.operation ?? ''} by one command`);
  return opened.body.operation;
}

const round = (share: number) => Math.round(share * 10_000) / 10_000;
