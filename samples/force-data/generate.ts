import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Force } from '../../domain/access/actor';
import { dateOfDay, dayNumber, type DateFormat } from '../../domain/profiles/dates';
import { OFFENCES } from '../../domain/profiles/offences.v1';
import type { RecordKind, RecordRole } from '../../domain/profiles/record';
import { BlockFile, quoted } from '../block-file';
import { Random } from '../random';
import { LAYOUTS, type Layout } from './layouts';
import { OFFENCE_MIX } from './offence-mix';
import { heard, inventedPerson, latin, type Heard, type Invented } from './people';

export interface ForceData {
  /** A file for each force, by force. */
  readonly files: Readonly<Record<string, string>>;
  /** Force, line and person of every record of somebody: `force,line,person`. */
  readonly truth: string;
  readonly records: number;
  /** No record is of a later day. */
  readonly until: string;
  /** Who offended in four counties under three spellings. */
  readonly serial: { readonly person: number; readonly forces: readonly Force[] };
}

/** The day the invented records end, and how far back they go. */
export const LAST_DAY = '2026-09-30';
const DAYS = 5 * 365;
/** Few are suspected of most that is grave, again and again: their numbers begin here, and they are one of so many. */
const SERIOUS_FROM = 50_000_000;
const SERIOUS_OF = 20;
/** Its number is above that of anybody else. */
const SERIAL_PERSON = 2_000_000_000;
const SERIAL_FORCES: readonly Force[] = ['norfolk', 'suffolk', 'essex', 'kent'];
const SERIAL_SPELLINGS = [
  ['Tsvetan', 'Zhelyazkov'],
  ['Cvetan', 'Željazkov'],
  ['Tzvetan', 'Jeliazkov'],
] as const;
const SERIAL: Invented = {
  given: 'Tsvetan',
  surname: 'Zhelyazkov',
  birth: '1987-04-19',
  sex: 'male',
  ethnicity: 'W9',
  homes: [{ postcode: 'NR3 2ZZ', until: Infinity }],
  phones: ['07700900321'],
};
const SERIAL_OFFENCES = [
  '19C',
  '20A',
  '19C',
  '8Q',
  '5D',
  '19C',
  '8N s.47',
  '20A',
  '19C',
  '8U',
  '8N s.20',
  '19C',
  '8Q',
  '19C',
];

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const WRITE_DATE: Readonly<Record<DateFormat, (date: string) => string>> = {
  'dd/mm/yyyy': (date) => `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`,
  'mm/dd/yyyy': (date) => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`,
  'yyyy-mm-dd': (date) => date,
  'dd-mon-yyyy': (date) => `${date.slice(8)}-${MONTHS[Number(date.slice(5, 7)) - 1] as string}-${date.slice(0, 4)}`,
  yyyymmdd: (date) => date.replaceAll('-', ''),
};
const LAW = new Map(OFFENCES.map(({ code, law }) => [code, law]));

/**
 * Writes the invented records of nine forces, the same for the same seed and size, at any size in the same memory: few people hold
 * most of the harm, some cross borders, names are spelt in many ways, values are missing and some records are submitted twice.
 * The truth of who is who stands beside them.
 */
export async function generateForceData(folder: string, records: number, seed = 1): Promise<ForceData> {
  mkdirSync(folder, { recursive: true });
  const random = new Random(seed);
  const outs = LAYOUTS.map((layout) => new ForceFile(layout, join(folder, `${layout.force}.csv`)));
  const truth = new BlockFile(join(folder, 'truth.csv'));
  truth.write('force,line,person\n');
  const pools = LAYOUTS.map(({ share }) => Math.max(20, Math.round((records * share * 0.55) / 100)));
  const serialEvery = Math.floor((records * 0.2) / SERIAL_OFFENCES.length);
  let written = 0;
  let serial = 0;

  const put = (
    at: number,
    row: Omit<Row, 'heard'>,
    number: number | undefined,
    who: Invented | undefined,
    as?: Partial<Heard>,
  ) => {
    const out = outs[at] as ForceFile;
    const day = dayNumber(row.occurred);
    const line = out.put({ ...row, who, heard: who && { ...heard(who, day, random), ...as } }, random);
    if (number !== undefined) truth.write(`${out.layout.force},${line},${number}\n`);
    written += 1;
  };
  const someone = (at: number, isSerious: boolean) => {
    const from = random.chance(0.04) ? random.whole(0, LAYOUTS.length - 1) : at;
    const pool = pools[from] as number;
    const nth = isSerious ? SERIOUS_FROM + skewed(random, Math.ceil(pool / SERIOUS_OF)) : skewed(random, pool);
    const number = from * 100_000_000 + nth;
    return { number, who: inventedPerson(seed, number, (LAYOUTS[from] as Layout).areas) };
  };

  let events = 0;
  while (written < records) {
    events += 1;
    if (events % 10_000 === 0) await Promise.all([...outs, truth].map((out) => out.drained()));
    const share = random.between(0, 100);
    const at = forceAt(share);
    const layout = LAYOUTS[at] as Layout;
    const occurred = dateOfDay(dayNumber(LAST_DAY) - DAYS + Math.floor((DAYS * written) / records));
    const reference = `${layout.force.slice(0, 2).toUpperCase()}/${occurred.slice(2, 4)}/${String(written).padStart(8, '0')}`;
    const event = { reference, occurred, place: random.pick(layout.places), team: `${random.pick(layout.places)} CID` };
    const drawn = random.next();
    if (written > records * 0.8 && serial < SERIAL_OFFENCES.length && written > records * 0.8 + serial * serialEvery) {
      const [given, surname] = SERIAL_SPELLINGS[serial % 3] as (typeof SERIAL_SPELLINGS)[number];
      const force = LAYOUTS.findIndex((one) => one.force === SERIAL_FORCES[serial % 4]);
      const offence = SERIAL_OFFENCES[serial] as string;
      const places = (LAYOUTS[force] as Layout).places;
      const where = { ...event, place: places[0] as string, team: `${places[0] as string} CID` };
      put(force, { ...where, kind: 'crime', role: 'suspect', offence, markers: 'VAWG' }, SERIAL_PERSON, SERIAL, {
        given,
        surname,
        birth: SERIAL.birth,
      });
      const victim = inventedPerson(seed, 1_900_000_000 + serial, (LAYOUTS[force] as Layout).areas);
      put(force, { ...where, kind: 'crime', role: 'victim', offence, markers: 'VAWG' }, 1_900_000_000 + serial, {
        ...victim,
        sex: 'female',
      });
      serial += 1;
      continue;
    }
    if (drawn < 0.62) {
      const [offence, serious] = offenceBy(random);
      const markers = random.chance(0.2) ? random.pick(['DA', 'CSE', 'VAWG', 'DA;VAWG']) : undefined;
      const suspect = random.chance(0.75) ? someone(at, serious && random.chance(0.7)) : undefined;
      put(at, { ...event, kind: 'crime', role: 'suspect', offence, markers }, suspect?.number, suspect?.who);
      const victim = someone(at, false);
      put(at, { ...event, kind: 'crime', role: 'victim', offence, markers }, victim.number, victim.who);
      if (suspect && random.chance(0.15))
        put(
          at,
          { ...event, reference: `CU${reference}`, kind: 'custody', role: 'suspect', offence, markers },
          suspect.number,
          suspect.who,
        );
      continue;
    }
    const [kind, role]: [RecordKind, RecordRole] =
      drawn < 0.72 ? ['missing', 'missing'] : drawn < 0.88 ? ['intelligence', 'subject'] : ['stop', 'subject'];
    const { number, who } = someone(at, false);
    put(at, { ...event, kind, role }, number, who);
  }
  await Promise.all([...outs, truth].map((out) => out.end()));
  return {
    files: Object.fromEntries(outs.map(({ layout, path }) => [layout.force, path])),
    truth: truth.path,
    records: outs.reduce((sum, { records: own }) => sum + own, 0),
    until: LAST_DAY,
    serial: { person: SERIAL_PERSON, forces: SERIAL_FORCES },
  };
}

/** Of a pool of people, few again and again: by rank n with the weight (n + 200)^-0.75, so that nobody has thousands. */
function skewed(random: Random, pool: number): number {
  const [least, most] = [200 ** 0.25, (pool + 200) ** 0.25];
  return Math.floor((least + random.next() * (most - least)) ** 4) - 200;
}

function forceAt(share: number): number {
  let left = share;
  return LAYOUTS.findIndex((layout) => (left -= layout.share) < 0);
}

const MIX_SUM = OFFENCE_MIX.reduce((sum, [, of1000]) => sum + of1000, 0);
function offenceBy(random: Random): readonly [code: string, serious: boolean] {
  let left = random.between(0, MIX_SUM);
  const [code, , suspects] =
    OFFENCE_MIX.find(([, of1000]) => (left -= of1000) < 0) ?? (OFFENCE_MIX[0] as (typeof OFFENCE_MIX)[number]);
  return [code, suspects === 'serious'];
}

interface Row {
  readonly reference: string;
  readonly kind: RecordKind;
  readonly role: RecordRole;
  readonly occurred: string;
  readonly offence?: string | undefined;
  readonly place: string;
  readonly team: string;
  readonly markers?: string | undefined;
  readonly who?: Invented | undefined;
  readonly heard?: Heard | undefined;
}

const ENCODINGS = { 'utf-8': 'utf8', 'utf-16le': 'utf16le', 'windows-1252': 'latin1' } as const;

class ForceFile extends BlockFile {
  records = 0;
  private line = 1;
  private readonly writeDate: (date: string) => string;

  constructor(
    readonly layout: Layout,
    path: string,
  ) {
    super(path, ENCODINGS[layout.encoding]);
    this.writeDate = WRITE_DATE[layout.dates];
    if (layout.byteOrderMark) this.write('\ufeff');
    this.write(`${layout.columns.map(([header]) => header).join(layout.delimiter)}\r\n`);
  }

  /** @returns the line it begins at */
  put(row: Row, random: Random): number {
    const { columns, delimiter, encoding } = this.layout;
    const cells = columns.map(([, holds]) => {
      const cell = this.cell(row, holds, random);
      return quoted(encoding === 'windows-1252' ? latin1(cell) : cell, delimiter);
    });
    const text = `${cells.join(delimiter)}\r\n`;
    const line = this.line + 1;
    // Submitted again by mistake, now and then.
    for (const once of random.chance(0.01) ? [text, text] : [text]) {
      this.write(once);
      this.records += 1;
      this.line += once.split('\n').length - 1;
    }
    return line;
  }

  private cell(row: Row, holds: Layout['columns'][number][1], random: Random): string {
    const { layout } = this;
    const { who, heard: said } = row;
    switch (holds) {
      case 'nothing':
        return random.chance(0.02) ? 'Seen by the patrol;\nsaid "nothing to report"' : '';
      case 'comma-name':
        return said ? `${said.surname}, ${said.given}` : '';
      case 'name':
        return said ? `${said.given} ${said.surname}` : '';
      case 'kind':
        return layout.kinds[row.kind];
      case 'role':
        return layout.roles[row.role];
      case 'sex':
        return who ? layout.sexes[who.sex] : '';
      case 'ethnicity':
        return who?.ethnicity ?? '';
      case 'birth':
        return said?.birth ? this.writeDate(said.birth) : said ? 'Unknown' : '';
      case 'occurred':
        return this.writeDate(row.occurred);
      case 'offence':
        return layout.offences === 'law' ? (LAW.get(row.offence ?? '') ?? row.offence ?? '') : (row.offence ?? '');
      case 'given':
      case 'surname':
      case 'postcode':
      case 'phone':
      case 'document':
        return said?.[holds] ?? '';
      default:
        return row[holds] ?? '';
    }
  }
}

/** What the encoding has no letter for is transliterated, as somebody at an old system would. */
const latin1 = (text: string) =>
  /^[\0-\xff]*$/.test(text) ? text : [...text].map((letter) => (letter <= '\xff' ? letter : latin(letter))).join('');
