import type { Random } from '../random';
import type { Field } from './themes';
import type { Tongue } from './tongues/tongue';

/** Where a sentence is written: its moment and its language. */
export interface Setting {
  readonly at: number;
  readonly tongue: Tongue;
}

type Slot = (random: Random, setting: Setting) => string | Field;

const DAY = 86_400_000;
const two = (number: number) => String(number).padStart(2, '0');

/** Numbers that Ofcom keeps for fiction: 07700 900000 to 900999. The first is the owner's. */
export const UK_FICTION = 447_700_900_000;
/** Of Hungary and Romania nothing is kept for fiction: the invented have 555 after their network's code. */
const HUNGARIAN_NETWORKS = [20, 30, 70];
const ROMANIAN_NETWORKS = [722, 733, 740, 751, 766];
const BULGARIAN_NETWORKS = [878, 887, 898];

export const phoneOf = {
  uk: (random: Random) => `+${UK_FICTION + random.whole(1, 999)}`,
  hu: (random: Random) => `+36${random.pick(HUNGARIAN_NETWORKS)}555${String(random.whole(0, 9999)).padStart(4, '0')}`,
  ro: (random: Random) => `+40${random.pick(ROMANIAN_NETWORKS)}555${String(random.whole(0, 999)).padStart(3, '0')}`,
  bg: (random: Random) => `+359${random.pick(BULGARIAN_NETWORKS)}555${String(random.whole(0, 999)).padStart(3, '0')}`,
};

/** As people write a number: whole, in groups, or as it is dialled at home. */
function phoneWritten(phone: string, random: Random): string {
  if (phone.startsWith('+44')) {
    const [network, last] = [phone.slice(3, 7), phone.slice(7)];
    return random.pick([phone, `0${network}${last}`, `0${network} ${last}`, `+44 ${network} ${last}`]);
  }
  if (phone.startsWith('+36')) {
    const [network, middle, last] = [phone.slice(3, 5), phone.slice(5, 8), phone.slice(8)];
    return random.pick([
      phone,
      `06 ${network} ${middle} ${last}`,
      `06${network}/${middle}-${last}`,
      `06${network}${middle}${last}`,
    ]);
  }
  return random.pick([phone, `0${phone.slice(3, 6)} ${phone.slice(6, 9)} ${phone.slice(9)}`]);
}

const phoneField = (value: string, random: Random): Field => ({
  kind: 'phone',
  written: phoneWritten(value, random),
  value,
});

/** As a phone shows a number that it has no name for. */
export const phoneShown = (phone: string): string =>
  phone.startsWith('+44')
    ? `+44 ${phone.slice(3, 7)} ${phone.slice(7)}`
    : phone.startsWith('+359')
      ? `+359 ${phone.slice(4, 7)} ${phone.slice(7)}`
      : phone.startsWith('+36')
        ? `+36 ${phone.slice(3, 5)} ${phone.slice(5, 8)} ${phone.slice(8)}`
        : `${phone.slice(0, 3)} ${phone.slice(3, 6)} ${phone.slice(6)}`;

const FLIGHTS = [
  'W6 2201',
  'W6 2202',
  'W6 2203',
  'W6 2204',
  'W6 2207',
  'W6 2208',
  'W6 3001',
  'W6 3002',
  'W6 4301',
  'FR 8361',
  'FR 8362',
  'FR 1019',
];
const AIRPORTS: readonly (readonly [written: string, iata: string])[] = [
  ['Luton', 'LTN'],
  ['LTN', 'LTN'],
  ['Stansted', 'STN'],
  ['STN', 'STN'],
  ['Ferihegy', 'BUD'],
  ['BUD', 'BUD'],
  ['Debrecen', 'DEB'],
  ['Otopeni', 'OTP'],
];
/** Streets that no map of Norwich has. */
const STREETS = [
  'Larkfield Close',
  'Cinder Lane',
  'Heronsgate',
  'Mallard Court',
  'Tanner’s Row',
  'Old Forge Street',
  'Saltmarsh Road',
  'Quince Gardens',
];
const LETTERS = [...'ABCDEFGHJKLMNOPRSTUVWXYZ'];
const letters = (random: Random, count: number) => Array.from({ length: count }, () => random.pick(LETTERS)).join('');

const amount = (random: Random) => (random.chance(0.6) ? random.whole(6, 40) * 10 : random.whole(8, 60) * 50);

const sterling = (sum: number): Field => ({ kind: 'sum', written: `£${sum}`, value: `GBP ${sum}` });

const pounds: Slot = (random, { tongue }) => {
  const sum = amount(random);
  return { kind: 'sum', written: `${sum} ${tongue.pounds}`, value: `GBP ${sum}` };
};

/** Slots that all languages share. */
export const SHARED_SLOTS: Readonly<Record<string, Slot>> = {
  gbp: (random) => {
    const sum = amount(random);
    const grouped = String(sum).replace(/(?=\d{3}$)\B/, ',');
    return { kind: 'sum', written: `£${random.chance(0.5) ? grouped : sum}`, value: `GBP ${sum}` };
  },
  /** Of an hour, and of half of one. */
  rate: (random) => sterling(random.whole(9, 20) * 10),
  half: (random) => sterling(random.whole(5, 8) * 10),
  font: pounds,
  lire: pounds,
  paunda: pounds,
  huf: (random) => {
    const thousands = random.whole(3, 120);
    const written = random.pick([`${thousands} ezer forint`, `${thousands}000 Ft`, `${thousands}.000 Ft`]);
    return { kind: 'sum', written, value: `HUF ${thousands * 1000}` };
  },
  lei: (random) => {
    const sum = random.whole(4, 90) * 10;
    return { kind: 'sum', written: `${sum} lei`, value: `RON ${sum}` };
  },
  leva: (random) => {
    const sum = random.whole(2, 60) * 10;
    return { kind: 'sum', written: `${sum} lv`, value: `BGN ${sum}` };
  },
  date: (random, { at, tongue }) => {
    const value = new Date(at + random.whole(1, 24) * DAY).toISOString().slice(0, 10);
    const [year, month, day] = value.split('-') as [string, string, string];
    const inWords = tongue.writeDate(Number(day), tongue.months[Number(month) - 1] as string);
    const written =
      tongue.code === 'hu'
        ? random.pick([`${year}.${month}.${day}.`, `${month}.${day}.`, inWords])
        : tongue.code === 'en'
          ? random.pick([`${day}/${month}/${year}`, `${day}/${month}`, inWords])
          : random.pick([`${day}.${month}.${year}`, `${day}.${month}`, inWords]);
    return { kind: 'date', written, value };
  },
  time: (random, { tongue }) => {
    const hour = random.whole(6, 23);
    if (tongue.code === 'en' && hour > 12 && random.chance(0.3))
      return { kind: 'time', written: `${hour - 12}pm`, value: `${hour}:00` };
    const value = `${two(hour)}:${two(random.whole(0, 11) * 5)}`;
    return { kind: 'time', written: value, value };
  },
  flight: (random) => {
    const flight = random.pick(FLIGHTS);
    const value = flight.replace(' ', '');
    return { kind: 'flight', written: random.chance(0.7) ? flight : value, value };
  },
  airport: (random) => {
    const [written, value] = random.pick(AIRPORTS);
    return { kind: 'airport', written, value };
  },
  phone: (random) => {
    return phoneField(random.pick([phoneOf.uk, phoneOf.uk, phoneOf.hu, phoneOf.hu, phoneOf.ro])(random), random);
  },
  uk: (random) => phoneField(phoneOf.uk(random), random),
  // Marks that no car has had: British ones of years to come, Hungarian ones past the last that were given out.
  plate: (random) => {
    const written = random.chance(0.7)
      ? `A${random.pick([...'OPTUVWXY'])}${random.pick([46, 47, 48, 49, 96, 97, 98])} ${letters(random, 3)}`
      : `ZX${letters(random, 1)}-${random.whole(100, 999)}`;
    return { kind: 'plate', written, value: written.replaceAll(/[ -]/g, '') };
  },
  address: (random, { tongue }) => {
    const [street, house] = [random.pick(STREETS), random.whole(1, 89)];
    const written = `${tongue.code === 'en' ? `${house} ${street}` : `${street} ${house}`}${random.chance(0.3) ? `, NR${random.whole(1, 7)} ${random.whole(1, 9)}ZZ` : ''}`;
    return { kind: 'address', written, value: written };
  },
  url: (random) => {
    const written = `https://adverts.example/${random.pick(['uk/norwich', 'norwich', 'ad'])}/${random.whole(10_000, 99_999)}`;
    return { kind: 'url', written, value: written };
  },
  n: (random) => String(random.whole(2, 9)),
  age: (random) => String(random.whole(19, 34)),
  mins: (random) => String(random.whole(1, 11) * 5),
  score: (random) => `${random.whole(0, 4)}-${random.whole(0, 3)}`,
  seat: (random) => `${random.whole(1, 38)}${random.pick([...'ABCDEF'])}`,
};
