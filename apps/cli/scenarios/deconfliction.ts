import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import type { StackUrls } from '../../../platform/embedded/addresses';
import type { PersonId } from '../../../platform/embedded/identity/people';
import { scratchDatabase } from '../../../platform/embedded/scratch-database';
import { labelledPeople } from '../deconfliction/labelled-people';
import { measureQuality, type Quality } from '../deconfliction/quality';
import { measureSpeed, type Speed } from '../deconfliction/speed';
import { tasking } from './people';
import { Play, type Cast } from './scenario';

const PEOPLE = 5_000;
const SEED = 2;
const SUBJECTS = 1_000_000;
const ESSEX: PersonId = 'tasking-officer-essex';

/** The last line of this demonstration. */
export interface DeconflictionResult extends Omit<Quality, 'mistakes'>, Speed {
  readonly scenario: 'deconfliction';
  /** Two forces found each other, and nothing was told that need-to-know hides. */
  readonly verified: boolean;
  readonly seconds: number;
}

interface Contact {
  readonly id: string;
  readonly asked: { readonly person: string };
  readonly answers: readonly { readonly person: string; readonly force: string }[];
}
interface MatchList {
  readonly items: readonly { readonly match: string; readonly holder: string; readonly held: boolean }[];
}

/**
 * Two forces enter the same person in different spellings, and the same phone in different formats: matched, nothing told, put
 * in touch. Then the search is measured on labelled people, and its speed on a million, in a database of their own.
 */
export async function deconfliction(
  cast: Cast<PersonId>,
  say: (line: string) => void,
  urls: Pick<StackUrls, 'database'>,
  sizes: { readonly people: number; readonly subjects: number } = { people: PEOPLE, subjects: SUBJECTS },
): Promise<DeconflictionResult> {
  const started = performance.now();
  await twoForces(cast, say);
  say(`The search over ${sizes.people} labelled people of seven languages`);
  const { mistakes, ...quality } = await inScratch(urls, async (database) => {
    const pool = new Pool({ connectionString: database.owner, max: 1 });
    return measureQuality(pool, labelledPeople(SEED, sizes.people)).finally(() => pool.end());
  });
  for (const [way, times] of mistakes.slice(0, 5)) say(`      ${String(times).padStart(4)}  ${way}`);
  say(`The check of one person against ${sizes.subjects} subjects`);
  const speed = await inScratch(urls, (database) => measureSpeed(database, sizes.subjects, say));
  return {
    scenario: 'deconfliction',
    ...quality,
    ...speed,
    verified: quality.recall >= 0.95 && quality.precision >= 0.95,
    seconds: Math.round((performance.now() - started) / 1000),
  };
}

async function inScratch<T>(
  { database }: Pick<StackUrls, 'database'>,
  measure: (urls: StackUrls['database']) => Promise<T>,
): Promise<T> {
  const scratch = await scratchDatabase(database);
  return measure(scratch.urls).finally(() => scratch.drop());
}

/**
 * Two forces enter the same person and phone, find each other and are put in touch.
 *
 * @throws where they do not find each other, or where anything is told
 */
export async function twoForces(cast: Cast<PersonId>, say: (line: string) => void): Promise<void> {
  // Of the range kept for drama; another one each time, so that an earlier demonstration is seldom found.
  const phone = `900${String(Math.floor(Date.now() / 1000) % 1_000).padStart(3, '0')}`;
  say('Essex holds an interest');
  const essex = await named(cast, say, ESSEX, 'essex', {
    name: 'Георгиев Йордан Щерев',
    identifiers: { phone: `+44 7700 ${phone}`, 'date-of-birth': '12 March 1984' },
  });
  say('Norfolk asks before it begins');
  const asked = {
    items: [
      { names: ['Jordan Shterev Gueorguiev'], identifiers: [{ kind: 'date-of-birth', value: '13/03/1984' }] },
      { identifiers: [{ kind: 'phone', value: `07700${phone}` }] },
    ],
  };
  const found = await until('Essex is found', async () => {
    const { body } = await cast[tasking].post<{ items: { hits: unknown[]; held: { match: string } | null }[] }>(
      '/api/v1/deconfliction/check',
      asked,
    );
    return body.items.every(({ held }) => held !== null) ? body : undefined;
  });
  tellsNothing(found, essex);
  say(
    `      held     ${tasking.padEnd(36)} in Latin letters, another order and a birth a day off: another operation holds an interest`,
  );
  say(`      held     ${tasking.padEnd(36)} the phone in another format: another operation holds an interest`);

  say('Norfolk opens its own');
  const norfolk = await named(cast, say, tasking, 'norfolk', {
    name: 'Yordan Georgieff',
    identifiers: { phone: `0044 7700 ${phone}`, 'date-of-birth': '1984-03-12' },
  });
  const list = await until('both have found each other', async () => {
    const { body } = await cast[tasking].get<MatchList>(`/api/v1/operations/${norfolk}/matches`);
    return body.items.find(({ held }) => held) ? body : undefined;
  });
  tellsNothing(list, essex);
  const held = list.items.find((one) => one.held) as MatchList['items'][number];
  const request = {
    match: held.match,
    message: 'We may be looking at the same man: please call the intelligence desk.',
  };
  const made = await cast[tasking].post<Contact>('/api/v1/contact-requests', request);
  expectStatus(made.status, 201, made.body);
  tellsNothing(made.body, essex);
  say(`      asks     ${tasking.padEnd(36)} whoever leads it to get in touch; who that is stays unsaid`);

  say('Essex answers');
  const waiting = await cast[ESSEX].get<{ items: readonly Contact[] }>('/api/v1/contact-requests');
  const one = waiting.body.items.find(({ id }) => id === made.body.id);
  if (one?.asked.person !== tasking) throw new Error('Essex was not told of the request');
  tellsNothing(one, norfolk);
  const answer = await cast[ESSEX].post(`/api/v1/contact-requests/${one.id}/answers`, {
    message: 'Agreed: I call at three.',
  });
  expectStatus(answer.status, 200, answer.body);
  const answered = await cast[tasking].get<Contact>(`/api/v1/contact-requests/${one.id}`);
  if (answered.body.answers[0]?.person !== ESSEX) throw new Error('Norfolk was not told of the answer');
  tellsNothing(answered.body, essex);
  say(`      answers  ${ESSEX.padEnd(36)} and is named to Norfolk by it; of the operation, still nothing`);
  const decision = { match: held.match, outcome: 'confirmed', reason: 'Both officers have compared photographs.' };
  const decided = await cast[tasking].post(`/api/v1/operations/${norfolk}/matches/${held.holder}/decisions`, decision);
  expectStatus(decided.status, 200, decided.body);
  say(`      confirms ${tasking.padEnd(36)} that it is the same man`);
}

/** A referral of a force's own with one suspect, named and described. Answers its reference. */
async function named(
  cast: Cast<PersonId>,
  say: (line: string) => void,
  officer: PersonId,
  leadForce: string,
  { name, identifiers }: { readonly name: string; readonly identifiers: Readonly<Record<string, string>> },
): Promise<string> {
  const play = new Play(cast, say);
  await play.does(officer, 'opens a referral', 'openReferral', {
    threatArea: 'organised-immigration-crime',
    leadForce,
    marking: 'OFFICIAL-SENSITIVE',
    grade: { sourceEvaluation: '2', intelligenceAssessment: 'B', handlingCode: 'P' },
    grounds: 'Drives people to work before dawn.',
  });
  const { subject } = await play.does(officer, 'names a suspect', 'addSubject', {
    roles: ['suspect'],
    name,
    grounds: 'Named by two of them.',
  });
  for (const [kind, value] of Object.entries(identifiers))
    await play.does(officer, `records a ${kind.replaceAll('-', ' ')}`, 'addIdentifier', { subject, kind, value });
  return play.reference;
}

function tellsNothing(answer: unknown, of: string): void {
  if (JSON.stringify(answer).includes(of)) throw new Error(`The answer names ${of}, which need-to-know hides`);
}

function expectStatus(status: number, expected: number, body: unknown): void {
  if (status !== expected) throw new Error(`Expected ${expected}, got ${status} ${JSON.stringify(body)}`);
}

async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (let patience = 150; patience > 0; patience--) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(200);
  }
  throw new Error(`It has taken more than 30 seconds until ${what}: is the jobs process running?`);
}
