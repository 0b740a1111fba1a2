import { codeText } from '../words/codes';
import { spoken } from '../operations/names';
import { day } from '../words/times';
import { nameOf, type Referral } from './read-referral';

/** One thing about both referrals, and the difference in words. */
export interface Line {
  readonly label: string;
  readonly a: string;
  readonly b: string;
  readonly difference: string;
}

export interface Comparison {
  readonly title: string;
  readonly lines: readonly Line[];
}

/** Two that have one code name go by their references. */
export function toldApart(a: Referral, b: Referral): readonly [Referral, Referral] {
  if (a.operation.codename !== b.operation.codename) return [a, b];
  const unnamed = (one: Referral): Referral => ({ ...one, operation: { ...one.operation, codename: null } });
  return [unnamed(a), unnamed(b)];
}

/** Two referrals side by side, each difference said in words as well, so that nobody has to find it. */
export function compared(a: Referral, b: Referral): readonly Comparison[] {
  return [
    { title: 'Referral', lines: referralLines(a, b) },
    { title: 'Grade', lines: gradeLines(a, b) },
    { title: 'Subjects', lines: subjectLines(a, b) },
    { title: 'Threat score', lines: scoreLines(a, b) },
    { title: 'Matches', lines: matchLines(a, b) },
  ];
}

const SAME = 'The same';
const line = (label: string, a: string, b: string, difference = a === b ? SAME : 'Different'): Line => ({
  ...{ label, a, b, difference },
});

function referralLines(a: Referral, b: Referral): readonly Line[] {
  const of = (one: Referral) => one.operation;
  const coded = (label: string, field: 'threatArea' | 'leadForce' | 'marking') =>
    line(label, codeText(of(a)[field] ?? '', field), codeText(of(b)[field] ?? '', field));
  const older = of(a).openedAt < of(b).openedAt ? a : b;
  return [
    coded('Threat area', 'threatArea'),
    coded('Lead force', 'leadForce'),
    coded('Protective marking', 'marking'),
    line('Opened', day(of(a).openedAt), day(of(b).openedAt), `${nameOf(of(older))} is the older`),
    line('Grounds', groundsOf(a), groundsOf(b), ''),
  ];
}

const groundsOf = ({ operation }: Referral) => spoken(operation.referral?.grounds, 4000) || 'None';

const GRADES = ['sourceEvaluation', 'intelligenceAssessment', 'handlingCode'] as const;

function gradeLines(a: Referral, b: Referral): readonly Line[] {
  return GRADES.map((field) => {
    const [one, other] = [a, b].map(({ operation }) => operation.referral?.grade[field] ?? '') as [string, string];
    const better = nameOf((one < other ? a : b).operation);
    const said = field === 'handlingCode' ? `${better} may be shared more freely` : `${better} is graded better`;
    return line(GRADE_WORDS[field], codeText(one, field), codeText(other, field), one === other ? SAME : said);
  });
}
const GRADE_WORDS = {
  sourceEvaluation: 'Source evaluation',
  intelligenceAssessment: 'Intelligence assessment',
  handlingCode: 'Handling code',
} as const;

function subjectLines(a: Referral, b: Referral): readonly Line[] {
  const count = (role: string, { operation }: Referral) =>
    operation.subjects.filter(({ roles }) => roles.some((one) => one === role)).length;
  const counted = (label: string, role: string) => more(label, count(role, a), count(role, b), a, b);
  return [
    line('Named', subjectsOf(a), subjectsOf(b), shared(a, b)),
    counted('Suspects', 'suspect'),
    counted('Potential victims', 'potential-victim'),
  ];
}

const subjectsOf = ({ operation }: Referral) =>
  operation.subjects
    .map(({ id, name, identifiers }) =>
      [
        `${spoken(name) || 'Restricted'} (${id})`,
        ...identifiers.map(({ kind, value }) => `${codeText(kind)} ${spoken(value)}`),
      ].join(', '),
    )
    .join('\n') || 'Nobody yet';

function shared(a: Referral, b: Referral): string {
  const both = a.matches.flatMap((match) =>
    match.held || match.other.reference !== b.operation.reference
      ? []
      : [`${holderOf(a, match.holder)} and ${holderOf(b, match.other.holder)} may be the same (${match.score} of 100)`],
  );
  return both.join('\n') || 'Nobody is held to be in both';
}

/** A subject by name, or whatever else is named by its identifier. */
function holderOf({ operation }: Referral, id: string): string {
  const name = operation.subjects.find((one) => one.id === id)?.name;
  return name === undefined ? id : `${spoken(name) || 'Restricted'} (${id})`;
}

/** Two counts, and which is the more by how many. */
function more(label: string, one: number, other: number, a: Referral, b: Referral): Line {
  const said = `${nameOf((one > other ? a : b).operation)} has ${Math.abs(one - other)} more`;
  return line(label, String(one), String(other), one === other ? SAME : said);
}

/** Two figures, and which is the higher by how much. */
function higher(label: string, one: number, other: number, a: Referral, b: Referral): Line {
  const said = `${nameOf((one > other ? a : b).operation)} is ${Math.abs(one - other)} higher`;
  return line(label, String(one), String(other), one === other ? SAME : said);
}

const SUMS = [
  ['Risk', 'risk'],
  ['Harm', 'harm'],
  ['Likelihood', 'likelihood'],
  ['Confidence, never multiplied', 'confidence'],
  ['Organisational position, only breaks ties', 'organisationalPosition'],
] as const;

function scoreLines(a: Referral, b: Referral): readonly Line[] {
  const [one, other] = [a.score, b.score];
  if (!one || !other) {
    const missing = [a, b].filter(({ score }) => !score).map(({ operation }) => nameOf(operation));
    const said = `${missing.join(' and ')} ${missing.length === 1 ? 'has' : 'have'} no score yet`;
    return [line('Risk', one ? String(one.risk) : 'None', other ? String(other.risk) : 'None', said)];
  }
  const isOneModel = one.model.name === other.model.name && one.model.version === other.model.version;
  const standing = (score: typeof one) => (score.confirmedBy === null ? 'Not confirmed' : 'Confirmed');
  return [
    line('State', standing(one), standing(other)),
    line('Model', one.model.title, other.model.title, isOneModel ? SAME : 'Scores of two models cannot be compared'),
    ...SUMS.map(([label, field]) => higher(label, one[field], other[field], a, b)),
    ...(isOneModel ? factorLines(a, b) : []),
  ];
}

function factorLines(a: Referral, b: Referral): readonly Line[] {
  return (a.score?.factors ?? []).flatMap((one) => {
    const other = b.score?.factors.find(({ factor }) => factor === one.factor);
    if (!other) return [];
    const above = nameOf((one.value > other.value ? a : b).operation);
    const steps = Math.abs(one.value - other.value);
    const said = steps === 0 ? SAME : `${above} is ${steps} step${steps === 1 ? '' : 's'} higher`;
    return [line(one.question, `${one.value} – ${one.meaning}`, `${other.value} – ${other.meaning}`, said)];
  });
}

function matchLines(a: Referral, b: Referral): readonly Line[] {
  const undecided = ({ matches }: Referral) => matches.filter(({ decision }) => decision === null).length;
  return [
    more('Matches with other operations', a.matches.length, b.matches.length, a, b),
    more('Of these not decided yet', undecided(a), undecided(b), a, b),
  ];
}
