import { randomInt } from 'node:crypto';

/** A file of a force's records that a test has invented, with one suspect who is high in two profiles. */
export interface ForceFile {
  readonly name: string;
  readonly content: Buffer;
  /** Of the suspect: written in no other file. */
  readonly surname: string;
  /** Rows that can be taken in. */
  readonly records: number;
}

const HEADER =
  'Record Type,Crime Ref,Role,Forename,Surname,DOB,Sex,Postcode,Mobile,Offence Code,Date Occurred,Place,OIC Team,Flags,Hat Size';
const EVENTS = 10;
const VOWELS = 'aeiou';
const LETTERS = 'bdknr';

/** @param today the last day of its events, RFC 3339 */
export function forceFile(today: string): ForceFile {
  const of = (most: number) => randomInt(most);
  const surname = `Z${Array.from({ length: 8 }, (_, nth) => (nth % 2 === 0 ? VOWELS : LETTERS)[of(5)]).join('')}`;
  const number = randomInt(1_000_000).toString(36).toUpperCase();
  const born = `${10 + of(18)}/0${1 + of(9)}/${1960 + of(40)}`;
  const person = `${surname},${born},M`;
  const [postcode, phone] = [`NR${1 + of(20)} ${of(10)}ZZ`, `07700900${100 + of(900)}`];
  const rows = Array.from({ length: EVENTS }, (_, nth) => {
    const day = dayBefore(today, 3 + nth * 9);
    const suspect = `Szilard,${person},${postcode},${phone}`;
    return [
      `crime,${number}/R${nth},suspect,${suspect},19C,${day},Norwich,CID,,7`,
      `crime,${number}/R${nth},victim,Invented,V${surname}${nth},02/03/1990,F,,,19C,${day},Norwich,CID,,`,
      `crime,${number}/D${nth},suspect,${suspect},92A,${day},Thetford,CID,,`,
      ...(nth < 4
        ? [`crime,${number}/D${nth},suspect,Invented,W${surname},04/05/1991,M,,,92A,${day},Thetford,CID,,`]
        : []),
    ];
  }).flat();
  // It has no number of its own.
  const wrong = `crime,,suspect,Nobody,${surname},${born},M,,,8N,${dayBefore(today, 3)},Norwich,CID,,`;
  return {
    name: `norfolk-${number}.csv`,
    content: Buffer.from([HEADER, ...rows, wrong, ''].join('\r\n')),
    surname,
    records: rows.length,
  };
}

/** As this force writes days. */
function dayBefore(today: string, days: number): string {
  const [year, month, day] = new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}
