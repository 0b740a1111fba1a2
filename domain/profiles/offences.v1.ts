/** Offence groups, as the statistics of recorded crime part them. */
export const OFFENCE_GROUPS = [
  'homicide',
  'violence',
  'stalking-and-harassment',
  'sexual',
  'exploitation',
  'robbery',
  'theft',
  'drugs',
  'weapons',
  'immigration',
  'money-laundering',
  'order-breach',
  'public-order',
] as const;
export type OffenceGroup = (typeof OFFENCE_GROUPS)[number];

export interface Offence {
  /** Home Office classification; where one class covers offences of different harm, the section stands behind it. */
  readonly code: string;
  readonly title: string;
  /** How forces write its law, besides the code. */
  readonly law?: string;
  readonly group: OffenceGroup;
  /** Cambridge Crime Harm Index, in days; `null` where no value is at hand: never guessed. */
  readonly cchi: number | null;
  /** ONS Crime Severity Score weight; `null` where no value is at hand. */
  readonly severity: number | null;
  /** Detected by the police rather than reported: Sherman, Neyroud and Neyroud count these apart. */
  readonly proactive?: true;
  /** It can only be committed against a woman or girl, or against a child. */
  readonly against?: 'female' | 'child';
}

/**
 * Home Office classifications [K] with their harm: the Cambridge Crime Harm Index (Sherman, Neyroud and Neyroud, “The Cambridge
 * Crime Harm Index”, Policing 10(3), 2016; values of DOMAIN §2) and the ONS Crime Severity Score. A unit that holds the whole
 * index of 2026 loads it in place of this table.
 */
export const OFFENCES: readonly Offence[] = [
  { code: '1', title: 'Murder', group: 'homicide', cchi: 5475, severity: 7979 },
  { code: '2', title: 'Attempted murder', group: 'homicide', cchi: null, severity: 4663 },
  { code: '4.1', title: 'Manslaughter', group: 'homicide', cchi: null, severity: null },
  {
    code: '5D',
    title: 'Wounding with intent to cause grievous bodily harm',
    law: 'OAPA 1861 s.18',
    group: 'violence',
    cchi: 1095,
    severity: null,
  },
  {
    code: '8N s.20',
    title: 'Inflicting grievous bodily harm',
    law: 'OAPA 1861 s.20',
    group: 'violence',
    cchi: 182,
    severity: null,
  },
  {
    code: '8N s.47',
    title: 'Assault occasioning actual bodily harm',
    law: 'OAPA 1861 s.47',
    group: 'violence',
    cchi: 10,
    severity: null,
  },
  { code: '8N', title: 'Assault with injury', group: 'violence', cchi: null, severity: null },
  { code: '105A', title: 'Assault without injury', group: 'violence', cchi: null, severity: null },
  {
    code: '8Q',
    title: 'Stalking',
    law: 'PHA 1997 s.4A',
    group: 'stalking-and-harassment',
    cchi: 19,
    severity: null,
  },
  { code: '8L', title: 'Harassment', group: 'stalking-and-harassment', cchi: null, severity: null },
  {
    code: '8U',
    title: 'Controlling or coercive behaviour',
    law: 'SCA 2015 s.76',
    group: 'stalking-and-harassment',
    cchi: 10,
    severity: null,
  },
  { code: '36', title: 'Kidnapping', group: 'exploitation', cchi: null, severity: null },
  {
    code: '106',
    title: 'Modern slavery',
    law: 'MSA 2015 s.1, s.2',
    group: 'exploitation',
    cchi: 182,
    severity: null,
    proactive: true,
  },
  {
    code: '19C',
    title: 'Rape of a female aged 16 and over',
    law: 'SOA 2003 s.1',
    group: 'sexual',
    cchi: 1825,
    severity: null,
    against: 'female',
  },
  {
    code: '19D',
    title: 'Rape of a female child under 16',
    group: 'sexual',
    cchi: null,
    severity: null,
    against: 'child',
  },
  {
    code: '19E',
    title: 'Rape of a female child under 13',
    law: 'SOA 2003 s.5',
    group: 'sexual',
    cchi: 2920,
    severity: null,
    against: 'child',
  },
  {
    code: '20A',
    title: 'Sexual assault on a female aged 13 and over',
    law: 'SOA 2003 s.3',
    group: 'sexual',
    cchi: 19,
    severity: null,
    against: 'female',
  },
  {
    code: '17A',
    title: 'Sexual assault on a male aged 13 and over',
    group: 'sexual',
    cchi: 19,
    severity: null,
  },
  {
    code: '24',
    title: 'Controlling prostitution for gain',
    law: 'SOA 2003 s.53',
    group: 'exploitation',
    cchi: 19,
    severity: null,
  },
  {
    code: '71 13-15',
    title: 'Sexual exploitation of a child aged 13 to 15',
    law: 'SOA 2003 s.48',
    group: 'sexual',
    cchi: 365,
    severity: null,
    against: 'child',
  },
  {
    code: '71 16-17',
    title: 'Sexual exploitation of a child aged 16 or 17',
    group: 'sexual',
    cchi: 182,
    severity: null,
    against: 'child',
  },
  { code: '88A', title: 'Sexual grooming', group: 'sexual', cchi: null, severity: null, against: 'child' },
  {
    code: '92A',
    title: 'Possession of a class A drug with intent to supply',
    law: 'MDA 1971 s.5(3)',
    group: 'drugs',
    cchi: 547.5,
    severity: null,
    proactive: true,
  },
  { code: '92E', title: 'Possession of drugs', group: 'drugs', cchi: null, severity: null, proactive: true },
  {
    code: '81',
    title: 'Possession of a prohibited firearm',
    law: 'FA 1968 s.5',
    group: 'weapons',
    cchi: 1825,
    severity: null,
    proactive: true,
  },
  { code: '34B', title: 'Robbery of personal property', group: 'robbery', cchi: 365, severity: 746 },
  {
    code: '79 s.25',
    title: 'Assisting unlawful immigration',
    law: 'IA 1971 s.25',
    group: 'immigration',
    cchi: null,
    severity: null,
    proactive: true,
  },
  { code: '38', title: 'Money laundering', law: 'POCA 2002 s.327', group: 'money-laundering', cchi: 5, severity: null },
  {
    code: '66 SHPO',
    title: 'Breach of a sexual harm prevention or sexual risk order',
    law: 'SOA 2003 s.103I',
    group: 'order-breach',
    cchi: 10,
    severity: null,
  },
  {
    code: '66 STRO',
    title: 'Breach of a slavery and trafficking order',
    law: 'MSA 2015 s.30',
    group: 'order-breach',
    cchi: 10,
    severity: null,
  },
  { code: '28E', title: 'Burglary of a dwelling', group: 'theft', cchi: null, severity: null },
  { code: '45', title: 'Theft from a vehicle', group: 'theft', cchi: null, severity: null },
  { code: '46', title: 'Shoplifting', group: 'theft', cchi: null, severity: null },
  { code: '66', title: 'Public order', group: 'public-order', cchi: null, severity: null },
];

const KEYS: ReadonlyMap<string, Offence> = new Map(
  OFFENCES.flatMap((offence) =>
    [offence.code, ...(offence.law === undefined ? [] : [offence.law])].map((key) => [keyOf(key), offence]),
  ),
);

/**
 * The offence that a force means by a code or by its law, however it is spaced.
 *
 * @returns nothing where the table does not have it: its harm is then not counted, and shown as unmapped
 */
export function offenceOf(written: string): Offence | undefined {
  return KEYS.get(keyOf(written));
}

function keyOf(written: string): string {
  return written
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]/g, '')
    .replace(/^0+(?=\d)/, '');
}
