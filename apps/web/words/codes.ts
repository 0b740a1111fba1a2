import { DATE_FORMATS } from '../../../domain/profiles/dates';
import { humanise, lowerFirst } from './humanise';

interface Said {
  readonly text: string;
  readonly hint?: string;
}
const said = (text: string, hint?: string): Said => (hint === undefined ? { text } : { text, hint });

const LOW_TO_HIGH = { '1': said('1 – Low'), '2': said('2 – Moderate'), '3': said('3 – Good'), '4': said('4 – High') };

/** What a code means where its field gives it that meaning, by the field's name. 3x5x2 and SIENA: DOMAIN §1, §4. */
const IN_FIELD: Readonly<Record<string, Readonly<Record<string, Said>>>> = {
  sourceEvaluation: {
    '1': said('1 – Reliable', 'Used in the past and found to be reliable: information from it can be depended on'),
    '2': said('2 – Untested', 'Not known before, or not tested: it may or may not be reliable'),
    '3': said('3 – Not reliable', 'There are grounds to doubt it: its access, its motives or what it said before'),
  },
  intelligenceAssessment: {
    A: said('A – Known directly to the source', 'The source saw, heard or recorded it at first hand'),
    B: said(
      'B – Known indirectly, but corroborated',
      'Told to the source by somebody else, and borne out independently',
    ),
    C: said('C – Known indirectly', 'Told to the source by somebody else, and not corroborated'),
    D: said('D – Not known', 'How the source knows cannot be assessed'),
    E: said('E – Suspected to be false', 'There are grounds to believe that it is untrue or malicious'),
  },
  handlingCode: {
    P: said('P – Lawful sharing permitted', 'It may be shared with those who have a lawful purpose'),
    C: said('C – Lawful sharing permitted with conditions', 'You must state the conditions'),
  },
  information: {
    '1': said('1 – Not in doubt'),
    '2': said('2 – Known personally to the source, not to the official'),
    '3': said('3 – Not known personally, but corroborated'),
    '4': said('4 – Not known personally, and not corroborated'),
  },
  source: {
    A: said('A – No doubt of the source'),
    B: said('B – Source mostly reliable'),
    C: said('C – Source mostly unreliable'),
    X: said('X – Source cannot be assessed'),
    force: said('A police force'),
    partner: said('A partner', 'Such as a charity, a council or another agency'),
    'call-back': said('Somebody who asked to be called back'),
  },
  handling: {
    H0: said('H0 – To prevent and combat crime'),
    H1: said('H1 – Not in court without permission'),
    H2: said('H2 – Not passed on without permission'),
    H3: said('H3 – Other', 'You must state what is allowed'),
  },
  group: {
    '1': said('Group 1 – Public protection', 'Kept until the person is 100; reviewed every 10 years'),
    '2': said(
      'Group 2 – Other sexual, violent or serious offences',
      'Kept for a clear period of 10 years, then reviewed',
    ),
    '3': said('Group 3 – All other offending', 'Kept for a clear period of 6 years, then reviewed every 5 years'),
    '4': said('Group 4 – Undetected or miscellaneous', 'Kept for 6 years at least'),
  },
  dates: Object.fromEntries(DATE_FORMATS.map((format) => [format, said(format)])),
  delimiter: { ',': said('Comma'), ';': said('Semicolon'), '\t': said('Tab'), '|': said('Vertical line |') },
  order: { changed: said('Changed last'), due: said('Due soonest'), risk: said('Highest risk') },
  gravity: {
    cchi: said('Cambridge Crime Harm Index', 'In days of prison'),
    severity: said('Crime Severity Score', 'Of the Office for National Statistics'),
  },
  outcome: {
    same: said('One person', 'What was written of both is of one person'),
    different: said('Not one person', 'They are two, however alike'),
    open: said('Nobody has decided', 'Takes an earlier decision back: the model judges again'),
    confirmed: said('Confirm: it is the same'),
    rejected: said('Reject: it is another'),
  },
  accessKind: {
    collection: said('Entered something'),
    alteration: said('Changed something'),
    consultation: said('Read'),
    disclosure: said('Took it out of Waymark'),
    combination: said('Compared'),
    erasure: said('Erased something'),
  },
  refusal: {
    '401': said('Not signed in'),
    '403': said('Their role does not allow it'),
    '404': said('Not there, or not theirs to see'),
    '409': said('It had changed meanwhile'),
    '410': said('It has been erased'),
    '422': said('Something stood in the way'),
    '429': said('Asked too often'),
    '503': said('Waymark was not available'),
  },
  direction: { out: said('Sent'), in: said('Received') },
  format: {
    delimited: said('Rows with something between the columns', 'As CSV and TSV'),
    xlsx: said('Excel workbook'),
    'json-lines': said('JSON, a message a line'),
    whatsapp: said('Chat exported from WhatsApp'),
  },
  leadForce: { ersou: said('Eastern Region Special Operations Unit (ERSOU)') },
  force: { ersou: said('Eastern Region') },
  confidence: LOW_TO_HIGH,
  capacity: LOW_TO_HIGH,
  capability: LOW_TO_HIGH,
};

/** What a code means wherever it stands. */
const ANYWHERE: Readonly<Record<string, string>> = {
  'modern-slavery-human-trafficking': 'Modern slavery and human trafficking',
  'organised-immigration-crime': 'Organised immigration crime',
  'violence-against-women-and-girls': 'Violence against women and girls',
  'warrant-pace-s8': 'Warrant – PACE 1984 s. 8',
  'warrant-gla-s17': 'Warrant – Gangmasters (Licensing) Act 2004 s. 17',
  'warrant-mda-s23': 'Warrant – Misuse of Drugs Act 1971 s. 23',
  'pace-s17': 'PACE 1984 s. 17',
  'pace-s18': 'PACE 1984 s. 18',
  'pace-s32': 'PACE 1984 s. 32',
  MG6C: 'MG6C – non-sensitive unused material',
  MG6D: 'MG6D – sensitive unused material',
  MG6E: 'MG6E – disclosure officer’s report',
  STPO: 'STPO – slavery and trafficking prevention order',
  STRO: 'STRO – slavery and trafficking risk order',
  SRO: 'SRO – sexual risk order',
  SHPO: 'SHPO – sexual harm prevention order',
  'senior-investigating-officer': 'Senior investigating officer',
  'west-mercia': 'West Mercia',
  norfolk: 'Norfolk',
  'not-needed': 'Not needed',
  url: 'Web address',
  'bank-account': 'Bank account',
  plate: 'Number plate',
  'europol-answer': 'Europol message without an answer',
  'product-task': 'Task of a product',
};

/** A code as people write it. @param field name of the field that holds it */
export function codeText(code: string, field = ''): string {
  return IN_FIELD[field]?.[code]?.text ?? ANYWHERE[code] ?? (isCode(code) ? humanise(code) : code);
}

/** Codes within a sentence; identifiers and what is said in words already stay as they are. */
export const codesText = (codes: readonly string[]): string =>
  codes.map((code) => (codeText(code) === code ? code : lowerFirst(codeText(code)))).join(', ');

/** What a choice means, where its words alone do not say it. */
export const codeHint = (code: string, field: string): string | undefined => IN_FIELD[field]?.[code]?.hint;

/** Whether it is one of our codes, rather than an identifier or a marking that stands for itself. */
const isCode = (text: string) => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(text) || /^[a-z]+(?:[A-Z][a-z]+)+$/.test(text);
