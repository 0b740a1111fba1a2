import type { Force } from '../../domain/access/actor';
import type { DateFormat } from '../../domain/profiles/dates';
import type { Encoding, Field, Mapping } from '../../domain/profiles/mapping.schema';
import type { RecordKind, RecordRole, Sex } from '../../domain/profiles/record';

/** How one force's system writes what all of them record. */
export interface Layout {
  readonly force: Force;
  readonly delimiter: Mapping['delimiter'];
  readonly encoding: Extract<Encoding, 'utf-8' | 'utf-16le' | 'windows-1252'>;
  readonly byteOrderMark?: true;
  readonly dates: DateFormat;
  /** Header and field of each column; `comma-name` is a whole name, the surname first. */
  readonly columns: readonly (readonly [header: string, holds: Field | 'comma-name' | 'nothing'])[];
  readonly kinds: Readonly<Record<RecordKind, string>>;
  readonly roles: Readonly<Record<RecordRole, string>>;
  readonly sexes: Readonly<Record<Sex, string>>;
  readonly offences: 'code' | 'law';
  /** Of all records, how many in a hundred are theirs. */
  readonly share: number;
  /** Where people of the force live. */
  readonly areas: readonly string[];
  readonly places: readonly string[];
}

const WORDS = {
  kinds: { crime: 'Crime', custody: 'Custody', intelligence: 'Intelligence', missing: 'Missing', stop: 'Stop' },
  roles: { suspect: 'Suspect', victim: 'Victim', missing: 'Missing', subject: 'Subject' },
  sexes: { female: 'Female', male: 'Male', other: 'Other' },
  offences: 'code',
} as const;
const LETTERS = {
  kinds: { crime: 'CRI', custody: 'CUS', intelligence: 'INT', missing: 'MIS', stop: 'STP' },
  roles: { suspect: 'SUS', victim: 'VIC', missing: 'MIS', subject: 'SUB' },
  sexes: { female: 'F', male: 'M', other: 'X' },
  offences: 'code',
} as const;

const SHARED_SYSTEM: Layout['columns'] = [
  ['Crime Ref', 'reference'],
  ['Record Type', 'kind'],
  ['Role', 'role'],
  ['Forename', 'given'],
  ['Surname', 'surname'],
  ['DOB', 'birth'],
  ['Gender', 'sex'],
  ['Ethnicity', 'ethnicity'],
  ['Postcode', 'postcode'],
  ['Phone', 'phone'],
  ['HO Code', 'offence'],
  ['Date Committed', 'occurred'],
  ['District', 'place'],
  ['Owning Team', 'team'],
  ['Flags', 'markers'],
  ['Officer Notes', 'nothing'],
];

/** The nine counties that submit data to the TOEX Data Platform (newsletter, issue 4), each with a layout of its own making. */
export const LAYOUTS: readonly Layout[] = [
  {
    ...WORDS,
    force: 'norfolk',
    delimiter: ',',
    encoding: 'utf-8',
    dates: 'dd/mm/yyyy',
    columns: SHARED_SYSTEM,
    share: 10,
    areas: ['NR', 'PE'],
    places: ['Norwich', 'Great Yarmouth', 'King’s Lynn', 'Thetford'],
  },
  {
    ...WORDS,
    force: 'suffolk',
    delimiter: ',',
    encoding: 'utf-8',
    byteOrderMark: true,
    dates: 'dd/mm/yyyy',
    columns: SHARED_SYSTEM,
    share: 8,
    areas: ['IP'],
    places: ['Ipswich', 'Lowestoft', 'Bury St Edmunds'],
  },
  {
    ...LETTERS,
    force: 'hertfordshire',
    delimiter: '|',
    encoding: 'utf-8',
    dates: 'yyyy-mm-dd',
    columns: [
      ['crime_number', 'reference'],
      ['type', 'kind'],
      ['involvement', 'role'],
      ['first_name', 'given'],
      ['last_name', 'surname'],
      ['date_of_birth', 'birth'],
      ['sex', 'sex'],
      ['ethnic_group', 'ethnicity'],
      ['home_postcode', 'postcode'],
      ['mobile', 'phone'],
      ['passport_number', 'document'],
      ['offence_code', 'offence'],
      ['committed_date', 'occurred'],
      ['area', 'place'],
      ['unit', 'team'],
      ['markers', 'markers'],
    ],
    share: 12,
    areas: ['AL', 'SG', 'WD'],
    places: ['Watford', 'Stevenage', 'St Albans'],
  },
  {
    ...LETTERS,
    force: 'bedfordshire',
    delimiter: '|',
    encoding: 'utf-16le',
    byteOrderMark: true,
    dates: 'dd-mon-yyyy',
    columns: [
      ['Crime No', 'reference'],
      ['Type', 'kind'],
      ['Capacity', 'role'],
      ['Full Name', 'comma-name'],
      ['Date of Birth', 'birth'],
      ['Sex', 'sex'],
      ['SDE', 'ethnicity'],
      ['Post Code', 'postcode'],
      ['Tel No', 'phone'],
      ['Offence Code', 'offence'],
      ['Event Date', 'occurred'],
      ['Town', 'place'],
      ['Department', 'team'],
      ['Keywords', 'markers'],
    ],
    share: 8,
    areas: ['LU', 'MK'],
    places: ['Luton', 'Bedford', 'Dunstable'],
  },
  {
    ...LETTERS,
    force: 'cambridgeshire',
    delimiter: '\t',
    encoding: 'utf-8',
    dates: 'yyyymmdd',
    columns: [
      ['OCCURRENCE_NO', 'reference'],
      ['RECORD_KIND', 'kind'],
      ['PERSON_ROLE', 'role'],
      ['FORENAMES', 'given'],
      ['SURNAME', 'surname'],
      ['DOB', 'birth'],
      ['GENDER', 'sex'],
      ['ETHNICITY', 'ethnicity'],
      ['POSTCODE', 'postcode'],
      ['PHONE_NO', 'phone'],
      ['HO_CLASS', 'offence'],
      ['DATE_COMMITTED', 'occurred'],
      ['DISTRICT', 'place'],
      ['TEAM', 'team'],
      ['FLAGS', 'markers'],
    ],
    share: 9,
    areas: ['CB', 'PE'],
    places: ['Cambridge', 'Peterborough', 'Wisbech'],
  },
  {
    ...WORDS,
    force: 'essex',
    delimiter: ',',
    encoding: 'windows-1252',
    dates: 'dd/mm/yyyy',
    columns: [
      ['Investigation Number', 'reference'],
      ['Record Category', 'kind'],
      ['Person Type', 'role'],
      ['First Name', 'given'],
      ['Family Name', 'surname'],
      ['Birth Date', 'birth'],
      ['Sex', 'sex'],
      ['Ethnic Appearance', 'ethnicity'],
      ['Postcode', 'postcode'],
      ['Telephone Number', 'phone'],
      ['ID Number', 'document'],
      ['Offence Code', 'offence'],
      ['Incident Date', 'occurred'],
      ['District', 'place'],
      ['OIC Team', 'team'],
      ['Qualifiers', 'markers'],
    ],
    offences: 'law',
    share: 20,
    areas: ['CM', 'CO', 'SS'],
    places: ['Chelmsford', 'Colchester', 'Southend', 'Basildon'],
  },
  {
    ...WORDS,
    force: 'kent',
    delimiter: ';',
    encoding: 'utf-8',
    dates: 'yyyy-mm-dd',
    columns: [
      ['Report Reference', 'reference'],
      ['Dataset', 'kind'],
      ['Role', 'role'],
      ['Name', 'comma-name'],
      ['Born', 'birth'],
      ['Gender', 'sex'],
      ['Ethnicity', 'ethnicity'],
      ['Postal Code', 'postcode'],
      ['Mobile Number', 'phone'],
      ['Crime Code', 'offence'],
      ['Committed On', 'occurred'],
      ['Ward', 'place'],
      ['Team', 'team'],
      ['Tags', 'markers'],
    ],
    share: 20,
    areas: ['CT', 'ME', 'TN'],
    places: ['Canterbury', 'Maidstone', 'Dover', 'Margate'],
  },
  {
    ...WORDS,
    force: 'west-mercia',
    delimiter: ',',
    encoding: 'utf-8',
    dates: 'dd/mm/yyyy',
    columns: SHARED_SYSTEM,
    share: 8,
    areas: ['WR', 'HR', 'SY'],
    places: ['Worcester', 'Hereford', 'Shrewsbury'],
  },
  {
    ...WORDS,
    force: 'warwickshire',
    delimiter: ',',
    encoding: 'utf-8',
    dates: 'dd/mm/yyyy',
    columns: SHARED_SYSTEM,
    share: 5,
    areas: ['CV'],
    places: ['Nuneaton', 'Rugby', 'Leamington Spa'],
  },
];
