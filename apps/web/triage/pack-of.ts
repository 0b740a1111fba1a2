import { spoken } from '../operations/names';
import { codeText } from '../words/codes';
import { humanise } from '../words/humanise';
import { personText } from '../words/people';
import { day, moment } from '../words/times';
import { highestMarking } from './chosen';
import type { Pack, PackPage, Row } from './pack';
import { nameOf, type Referral } from './read-referral';

/** As much as goes on a page with everything else; the whole stands in Waymark. [P] */
const GROUNDS = 1_200;
const SUBJECTS = 6;
const MATCHES = 5;

/** A referral, and what is missing before it can be adopted. */
export interface Tabled extends Referral {
  readonly missing: readonly string[];
}

export interface Meeting {
  /** As people typed it, `2026-12-07`; absent where they did not. */
  readonly on: string | undefined;
  /** RFC 3339. */
  readonly made: string;
  readonly by: string;
}

/** The pack of these referrals, in their order. Its marking is the highest of theirs. */
export function packOf(referrals: readonly Tabled[], { on, made, by }: Meeting): Pack {
  const marking = highestMarking(referrals.map(({ operation }) => operation.marking));
  return {
    marking,
    made,
    cover: [
      ...(on === undefined ? [] : [['Meeting', day(on)] as const]),
      ['Marking', marking],
      ['Made', `${moment(made)}, by ${personText(by)}`],
      ['Holds', `${referrals.length} referral${referrals.length === 1 ? '' : 's'}, as they stood when it was made`],
    ],
    contents: referrals.map((one) => [nameOf(one.operation), `${riskOf(one)}. Waits for: ${waiting(one)}`]),
    pages: referrals.map(pageOf),
  };
}

function pageOf(one: Tabled): PackPage {
  const { operation } = one;
  const coded = (field: 'threatArea' | 'leadForce' | 'marking') => codeText(operation[field] ?? '', field);
  return {
    title: operation.codename === null ? `Referral ${operation.reference}` : `Operation ${operation.codename}`,
    reference: [operation.reference, coded('threatArea'), coded('leadForce'), coded('marking')].join(' · '),
    parts: [
      { title: 'Grounds', rows: groundsRows(one) },
      { title: 'Subjects', rows: subjectRows(one) },
      { title: 'Threat score', rows: scoreRows(one) },
      { title: 'Waits for', rows: [['Before adoption', waiting(one)]] },
      { title: 'Matches with other operations', rows: matchRows(one) },
    ],
  };
}

const riskOf = ({ score }: Referral) =>
  score ? `Risk ${score.risk}, ${score.confirmedBy === null ? 'not confirmed' : 'confirmed'}` : 'No threat score';

const waiting = ({ missing }: Tabled) => missing.join(', ') || 'the tasking decision';

function groundsRows({ operation }: Referral): readonly Row[] {
  const { referral, openedAt } = operation;
  if (!referral) return [['Grounds', 'None']];
  const { grade, grounds, by } = referral;
  const said = (field: keyof typeof grade) => codeText(grade[field], field);
  return [
    ['Referred', `${day(openedAt)}, by ${personText(by)}`],
    ['Grounds', spoken(grounds, GROUNDS)],
    ['Grade', `${said('sourceEvaluation')}; ${said('intelligenceAssessment')}; ${said('handlingCode')}`],
  ];
}

function subjectRows({ operation: { subjects } }: Referral): readonly Row[] {
  const rows = subjects.slice(0, SUBJECTS).map(({ id, name, roles, aliases, identifiers }): Row => {
    const known = [
      ...aliases.map((alias) => spoken(alias)),
      ...identifiers.map(({ kind, value }) => `${codeText(kind)} ${spoken(value)}`),
    ];
    return [
      `${id}, ${roles.map((role) => codeText(role).toLowerCase()).join(', ')}`,
      [spoken(name) || 'Restricted', ...known].join('; '),
    ];
  });
  return rows.length === 0 ? [['Subjects', 'Nobody is named yet.']] : [...rows, ...further(subjects.length, SUBJECTS)];
}

function scoreRows({ score }: Referral): readonly Row[] {
  if (!score) return [['Risk', 'No threat score is recorded yet.']];
  const { risk, harm, likelihood, rank, of, model, by, confirmedBy, confidence, organisationalPosition } = score;
  return [
    ['Risk', `${risk} = harm ${harm} × likelihood ${likelihood}; rank ${rank} of ${of} in assessment`],
    [
      'Scored',
      `${personText(by)}, by ${model.title}; ${confirmedBy === null ? 'not confirmed' : `confirmed by ${personText(confirmedBy)}`}`,
    ],
    [
      'Beside it',
      `Confidence ${codeText(String(confidence), 'confidence')}; organisational position ${organisationalPosition} of 8`,
    ],
    ...score.factors.map(({ factor, value, meaning }): Row => [humanise(factor), `${value} – ${meaning}`]),
  ];
}

function matchRows({ matches }: Referral): readonly Row[] {
  const rows = matches.slice(0, MATCHES).map((match): Row => {
    const decided = match.decision === null ? 'not decided yet' : match.decision.outcome;
    return match.held
      ? [match.holder, `Another operation holds an interest; ${decided}`]
      : [match.holder, `${match.other.reference}, ${match.other.holder}: ${match.score} of 100; ${decided}`];
  });
  return rows.length === 0 ? [['Matches', 'None.']] : [...rows, ...further(matches.length, MATCHES)];
}

const further = (all: number, shown: number): readonly Row[] =>
  all > shown ? [['Further', `${all - shown} more stand in Waymark.`]] : [];
