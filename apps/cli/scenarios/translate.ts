import { mkdtempSync, openAsBlob, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import Papa from 'papaparse';
import { ENGLISH_KIND_WORDS, PRODUCT_COLUMNS } from '../../../domain/translation/product-row';
import type { PersonId } from '../../../platform/embedded/identity/people';
import { generateExtract, type GeneratedExtract } from '../../../samples/phone-extract/generate';
import type { ContactNetworkAnswer } from '../../api/translations/findings.schema';
import type { Translation } from '../../api/translations/translations.schema';
import type { ApiClient } from '../api/api-client';
import { takenOn } from './derail';
import { analyst, media } from './people';
import { Play, type Cast } from './scenario';

const EXHIBIT = 'Exhibit DHR/4, invented';
/** Until a translation for court is to be back. */
const WEEKS_MS = 21 * 86_400_000;

/** The last line of this demonstration. */
export interface TranslateResult {
  readonly scenario: 'translate';
  readonly operation: string;
  readonly rows: number;
  /** Different texts. */
  readonly unique: number;
  /** Rows by what their English is. */
  readonly translated: number;
  readonly glossed: number;
  readonly unknownLanguage: number;
  readonly flagged: number;
  readonly entities: number;
  /** Rows of the file that the product does not have, and those that it has more than once. */
  readonly lost: number;
  readonly duplicated: number;
  readonly verified: boolean;
  readonly seconds: number;
  readonly peakMemoryMb: number;
}

/**
 * A suspect's phone of Operation Derail: it is handed in, recognised, confirmed, put into English by what runs on this machine, exported,
 * reviewed, and used: its contacts are the operation's network product, and what goes to court is asked of a qualified translator. The phone is invented, and the product is compared with it row by row.
 */
export async function translate(
  cast: Cast<PersonId>,
  say: (line: string) => void,
  messages: number,
): Promise<TranslateResult> {
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'waymark-phone-'));
  try {
    const play = new Play(cast, say);
    await takenOn(play);
    say(`A phone is invented: ${messages.toLocaleString('en-GB')} messages in Hungarian, Romanian, English and more`);
    // Another seed each time, or the memory would know the phone of an earlier demonstration.
    const phone = await generateExtract(folder, { messages, format: 'csv', seed: Math.floor(Date.now() / 1000) });
    const id = await handedIn(play, cast[media], phone);
    const done = await translated(play, cast[media], { id, phone, say });
    const product = await compared(cast[analyst], `${pathOf(play.reference, id)}/product`, phone.rows);
    await reviewed(play, id, product);
    await used(play, cast[analyst], { id, say });
    const { inOrder, ...figures } = product;
    return {
      scenario: 'translate',
      operation: play.reference,
      ...{ rows: phone.rows, unique: phone.unique, ...figures },
      verified:
        inOrder &&
        figures.lost === 0 &&
        figures.duplicated === 0 &&
        done.unitsDone === done.units &&
        done.texts === phone.unique,
      seconds: Math.round((performance.now() - started) / 1000),
      peakMemoryMb: Math.round((done.peakMemory ?? 0) / 1_048_576),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const pathOf = (reference: string, id: string) =>
  `/api/v1/operations/${reference}/translations/${id.slice(reference.length + 1)}`;

async function handedIn(play: Play<PersonId>, client: ApiClient, phone: GeneratedExtract): Promise<string> {
  const { status, body } = await client.upload<{ events: readonly { payload: { file: string } }[] }>(
    `/api/v1/operations/${play.reference}/files`,
    await openAsBlob(phone.path),
    basename(phone.path),
    { note: EXHIBIT },
  );
  const file = body.events[0]?.payload.file;
  if (status !== 200 || file === undefined)
    throw new Error(`The phone was not taken: ${status} ${JSON.stringify(body)}`);
  const asked = { language: 'hu', extract: EXHIBIT, file, priority: 'enforcement-day' };
  const requested = await play.does(media, 'asks for the phone in English', 'requestTranslation', asked);
  return requested['translation'] as string;
}

interface Work {
  readonly id: string;
  readonly phone: GeneratedExtract;
  readonly say: (line: string) => void;
}

async function translated(play: Play<PersonId>, client: ApiClient, { id, phone, say }: Work): Promise<Translation> {
  for (let told = ''; ; await sleep(300)) {
    const { status, body } = await client.get<Translation>(pathOf(play.reference, id));
    const { state, recognised, problem } = body;
    // Its event may not have been followed yet.
    if (status === 404) continue;
    if (state === 'failed') throw new Error(`The phone could not be read: ${problem ?? ''}`);
    if (state === 'translated') return body;
    const progress = progressOf(body);
    if (progress === told) continue;
    told = progress;
    if (state === 'to-confirm')
      await play.does(media, 'confirms how the phone is read', 'confirmExtract', {
        translation: id,
        mapping: { owner: phone.owner, ...recognised?.mapping },
      });
    else say(`      … ${progress}`);
  }
}

function progressOf({ state, rows, texts, charactersDone, characters, secondsLeft }: Translation): string {
  const count = (number: number) => number.toLocaleString('en-GB');
  if (state === 'reading') return `reading: ${count(rows)} rows`;
  if (state === 'understanding') return `understanding: ${count(texts)} different texts`;
  if (state !== 'translating' || characters === 0) return state;
  const left = secondsLeft === null ? '' : `, ${secondsLeft} s left`;
  return `translating: ${Math.floor((100 * charactersDone) / characters)} %${left}`;
}

/** What a product is found to hold, row by row. */
type Compared = Pick<
  TranslateResult,
  'translated' | 'glossed' | 'unknownLanguage' | 'flagged' | 'entities' | 'lost' | 'duplicated'
> & { readonly inOrder: boolean };

/** Reads a product as it comes, however many rows it has, and compares it with the rows of the file. */
async function compared(client: ApiClient, path: string, rows: number): Promise<Compared> {
  const file = await client.download(`${path}?format=csv`);
  const lines = pipeline(file, Papa.parse(Papa.NODE_STREAM_INPUT), () => undefined) as AsyncIterable<readonly string[]>;
  const titles = PRODUCT_COLUMNS.map(({ title }) => title);
  const cell = (cells: readonly string[], title: string) => cells[titles.indexOf(title)] ?? '';
  const times = new Uint8Array(rows + 1);
  const sum = { translated: 0, glossed: 0, unknownLanguage: 0, flagged: 0, entities: 0, lost: 0, duplicated: 0 };
  let [isBody, last, inOrder] = [false, 0, true];
  for await (const cells of lines) {
    if (!isBody || cells.length < titles.length) {
      isBody ||= cells[0] === titles[0];
      continue;
    }
    const row = Number(cell(cells, 'Row'));
    times[row] = (times[row] ?? 0) + 1;
    inOrder &&= row === last + 1;
    last = row;
    const english = cell(cells, 'What the English is');
    if (english === ENGLISH_KIND_WORDS.translation) sum.translated += 1;
    if (english === ENGLISH_KIND_WORDS.gloss) sum.glossed += 1;
    if (cell(cells, 'Language') === 'und') sum.unknownLanguage += 1;
    if (cell(cells, 'Flags') !== '') sum.flagged += 1;
    const found = cell(cells, 'Found in it');
    sum.entities += found === '' ? 0 : found.split('; ').length;
  }
  for (const count of times.subarray(1)) {
    if (count === 0) sum.lost += 1;
    if (count > 1) sum.duplicated += 1;
  }
  return { ...sum, inOrder };
}

/** The review is refused until the translation has been reported, which is a moment after it is done. */
async function reviewed(play: Play<PersonId>, id: string, { flagged }: Compared): Promise<void> {
  while ((await play.view(analyst)).body.translations.find((one) => one.id === id)?.status !== 'reported')
    await sleep(200);
  await play.does(analyst, 'reviews the product', 'reviewTranslation', {
    translation: id,
    findings: `Invented: ${flagged} messages are flagged; Hungarian is only glossed, and what goes to court is for a qualified translator.`,
  });
}

async function used(play: Play<PersonId>, client: ApiClient, { id, say }: Pick<Work, 'id' | 'say'>): Promise<void> {
  const { body } = await client.get<ContactNetworkAnswer>(`${pathOf(play.reference, id)}/network`);
  say(
    `      … ${body.parties.toLocaleString('en-GB')} parties, ${body.pairs.toLocaleString('en-GB')} pairs who wrote to each other`,
  );
  await play.does(analyst, 'completes the network product from the contacts of the phone', 'completeProduct', {
    ...{ product: 'network', summary: body.summary, translation: id },
  });
  await play.does(analyst, 'asks a qualified translator for what goes to court', 'requestQualifiedTranslation', {
    ...{ translation: id, messages: 'Invented: what was flagged between the suspects.', translator: 'Invented agency' },
    dueOn: new Date(Date.now() + WEEKS_MS).toISOString().slice(0, 10),
  });
}
