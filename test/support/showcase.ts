import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Answer } from '../../apps/cli/api/api-client';
import type { DipView } from '../../apps/api/dip-samples/dip-sample.schema';
import type { ProfilePerson } from '../../apps/api/profiles/people.schema';
import type { RankingAnswer } from '../../apps/api/profiles/runs.schema';
import { importForceFile, saveSuggestedMapping } from '../../apps/cli/api/imports';
import { scenarios } from '../../apps/cli/scenarios';
import { castOf } from '../../apps/cli/scenarios/cast';
import { twoForces } from '../../apps/cli/scenarios/deconfliction';
import { duplicates, referred } from '../../apps/cli/scenarios/duplicates';
import { needToKnow } from '../../apps/cli/scenarios/need-to-know';
import { analyst, supervisor, tasking } from '../../apps/cli/scenarios/people';
import { profiles } from '../../apps/cli/scenarios/profiles';
import type { Cast } from '../../apps/cli/scenarios/scenario';
import { translate } from '../../apps/cli/scenarios/translate';
import { MORILE_TACTICAL } from '../../domain/scoring/morile-tactical.v1';
import type { PersonId } from '../../platform/embedded/identity/people';
import { LAST_DAY } from '../../samples/force-data/generate';
import { Desk } from './browser/desk';
import { fillIn } from './browser/fill';
import { forceFile } from './browser/force-file';
import { eventually, testStack } from './stack';
import { HIGH_THREAT, LOW_THREAT } from './threat-inputs';

const ADMINISTRATOR: PersonId = 'administrator-ersou';
const REGION: PersonId = 'intelligence-analyst-ersou';

export interface ShowcaseSizes {
  /** Of the phone that is translated. */
  readonly messages: number;
  /** Of nine forces together. */
  readonly records: number;
  /** Of what is invented; another one where the same may be there already. */
  readonly seed: number;
}

/**
 * Fills a Waymark with something of everything that pages show: the demonstrations, what people keep and set, and what waits for
 * somebody. All of it is invented.
 *
 * @param partner address of a system that takes webhooks
 * @returns what there is most to see of, by a part of its pages' paths: two operations, a profiling, and a person
 */
export async function showcase(
  browser: Browser,
  partner: string,
  { messages, records, seed }: ShowcaseSizes,
  say: (line: string) => void = () => undefined,
): Promise<readonly string[]> {
  const { urls } = testStack();
  const cast = castOf(urls);
  const silent = () => undefined;
  say('Operations are played');
  const { operation } = await scenarios.derail(cast, silent);
  await twoForces(cast, silent);
  await needToKnow(cast, silent);
  const done = () => Promise.resolve();
  await duplicates(cast, silent, { merged: done, takenBack: done });
  await submitted(cast);
  say('A phone is put into English');
  const translated = await translate(cast, silent, messages);
  say('Forces’ records are handed in and people profiled');
  await profiles(cast, silent, urls, { size: records, seed });
  const run = await profiledAgain(cast);
  const person = await writtenTwice(cast, run);
  say('People keep what they keep');
  await kept(cast, partner);
  await begun(browser);
  return [operation, translated.operation, run, `people/${person}`];
}

/** Referrals that wait for a decision, scored and not. */
async function submitted(cast: Cast<PersonId>): Promise<void> {
  for (const score of [HIGH_THREAT, LOW_THREAT, undefined]) {
    const play = await referred(cast, () => undefined);
    await play.does(tasking, 'submits the referral', 'submitReferral', {});
    const rationale = 'Invented: more victims than beds.';
    if (score) await play.does(analyst, 'scores it', 'recordThreatScore', { ...score, rationale });
  }
}

/** A file with a row that cannot be taken in, and a profiling that suggests people for referrals. */
async function profiledAgain(cast: Cast<PersonId>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-showcase-'));
  try {
    const { name, content } = forceFile(LAST_DAY);
    const path = join(folder, name);
    writeFileSync(path, content);
    await saveSuggestedMapping(cast[analyst], 'norfolk', path);
    await importForceFile(cast[analyst], 'norfolk', path);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const run = await made<{ readonly id: string }>(cast[REGION].post('/api/v1/profiles/runs', { asOf: LAST_DAY }));
  await eventually(
    'everybody is profiled',
    async () => {
      const { body } = await cast[REGION].get<{ readonly state: string }>(`/api/v1/profiles/runs/${run.id}`);
      return body.state === 'done';
    },
    120,
  );
  return run.id;
}

/** Somebody high in a profile who is written in two ways, so that there is something to say of it. */
async function writtenTwice(cast: Cast<PersonId>, run: string): Promise<number> {
  const { body } = await cast[REGION].get<RankingAnswer>(`/api/v1/profiles/runs/${run}/ranking`);
  for (const { person } of body.items) {
    if (person === null) continue;
    const { links } = (await cast[REGION].get<ProfilePerson>(`/api/v1/profiles/people/${person}`)).body;
    if (links.length > 0) return person;
  }
  throw new Error('Nobody of the first in the profile is written in two ways');
}

/** What people have saved, set and asked for. */
async function kept(cast: Cast<PersonId>, partner: string): Promise<void> {
  const query = { stage: 'referral', order: 'due' };
  await made(cast[supervisor].post('/api/v1/filters', { name: 'Referrals that are due', shared: true, query }));
  await made(
    cast[tasking].post('/api/v1/filters', {
      name: 'Violence',
      query: { threatArea: 'violence-against-women-and-girls' },
    }),
  );
  const webhook = {
    ...{ title: 'Partner system, invented', url: partner, force: 'norfolk' },
    ...{ types: ['referralOpened', 'adopted'], stages: ['referral', 'assessment'] },
  };
  const { id } = await made<{ readonly id: string }>(cast[ADMINISTRATOR].post('/api/v1/webhooks', webhook));
  await made(cast[ADMINISTRATOR].post(`/api/v1/webhooks/${id}/test`, {}));
  const { factors } = MORILE_TACTICAL;
  await made(cast[supervisor].put('/api/v1/threat-models/norfolk-invented', { title: 'Norfolk, invented', factors }));
  const added = [
    { language: 'pl', term: 'przyklad', theme: 'money', meaning: 'example', source: 'Invented for a demonstration' },
  ];
  await made(cast[analyst].put('/api/v1/lexicons/norfolk', { added, withdrawn: [] }));
  const { body } = await cast[tasking].get<{ readonly items: readonly { readonly reference: string }[] }>(
    '/api/v1/operations?stage=referral&limit=3',
  );
  const operations = body.items.map(({ reference }) => reference);
  const person = 'intelligence-analyst-norfolk';
  const bulk = { command: 'assignTeam', body: { person, role: 'intelligence-analyst' }, operations };
  await made(
    cast[tasking].post('/api/v1/bulk', { ...bulk, reason: 'One analyst for all that Norfolk has just referred.' }),
  );
  for (const count of [2, 1]) {
    const sample = await made<DipView>(cast[supervisor].post('/api/v1/dip-samples', { count }));
    // The second one is reviewed, and waits to be signed off.
    for (const { reference, version } of count === 1 ? sample.items : [])
      await made(
        cast[supervisor].post(
          `/api/v1/dip-samples/${sample.id}/reviews`,
          { operation: reference, outcome: 'satisfactory', note: 'Invented: the decisions say why.' },
          { ifMatch: `"${version}"` },
        ),
      );
  }
}

/** A referral that somebody has begun and not opened yet: the pages alone know of it. */
async function begun(browser: Browser): Promise<void> {
  const { page, context } = await Desk.of(tasking, browser, { javaScript: false });
  const goOn = () => page.getByRole('button', { name: 'Save and continue' }).last().click();
  await page.goto('/referrals/new');
  await fillIn(page, { threatArea: 'modern-slavery-human-trafficking', marking: 'OFFICIAL', codename: 'Sample' });
  await goOn();
  await goOn();
  const grade = { sourceEvaluation: '2', intelligenceAssessment: 'C', handlingCode: 'P' };
  await fillIn(page, { grounds: 'Invented: a house with too many beds.', grade });
  await goOn();
  await page.goto(page.url().replace(/\/subjects$/, '/subjects/new'));
  await fillIn(page, { name: 'Péter Minta', roles: ['suspect'], grounds: 'Invented: collects the rent.' });
  await page.locator('form[data-keep] .govuk-button-group button').last().click();
  await context.close();
}

/** @throws where the API has refused */
async function made<T>(asked: Promise<Answer<unknown>>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as T;
}

/** Those whose pages are looked at: between them they see every page. */
export const WALKERS: readonly PersonId[] = [
  ...[tasking, supervisor, analyst, ADMINISTRATOR, REGION],
  ...(['senior-investigator-norfolk', 'tasking-officer-essex', 'rocu-liaison-officer-ersou'] as const),
];
