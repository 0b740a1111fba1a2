import { FORCES } from '../../../domain/access/actor';
import { ASSETS, DISRUPTIONS, SENTENCE_KINDS, STAGES, THREAT_AREAS } from '../../../domain/operation/codes';
import { weightedKappa, type RatedPair } from '../../../domain/scoring/weighted-kappa';
import {
  ASSESSED,
  DECISIONS,
  DEFINITIONS,
  ORDER_OUTCOMES,
  STAGES_LEFT,
  SUSPECT_OUTCOMES,
  type Figures,
  type FiguresQuery,
} from './figures.schema';

interface Counted {
  readonly by: string;
  readonly name: string;
  readonly count: number;
}
interface Measured {
  readonly name: string;
  readonly count: number;
  /** Days. */
  readonly median: number | null;
  readonly ninetieth: number | null;
}
interface Sentenced {
  readonly name: string;
  readonly count: number;
  readonly months: number;
  readonly days: number;
}

interface Named {
  readonly name: string;
}

interface Rated extends RatedPair {
  /** Name and version. */
  readonly model: string;
  /** As 2026-01. */
  readonly month: string;
  /** Factors of the model. */
  readonly factors: number;
}

/** What the queries answer: what there is none of is not among the rows. */
export interface FigureRows {
  readonly operations: readonly Counted[];
  readonly timeInStage: readonly Measured[];
  readonly decisions: readonly Measured[];
  readonly disruptions: readonly Counted[];
  readonly victims: readonly Figures['victims'][];
  readonly outcomes: readonly (Named & { readonly count: number })[];
  readonly money: readonly (Named & { readonly pence: number })[];
  readonly benefit: readonly Figures['benefit'][];
  readonly sentences: readonly Sentenced[];
  readonly scorerAgreement: readonly Rated[];
}

/** The event, or the way proceedings ended, that each outcome is counted by. */
const COUNTED_BY: Readonly<Record<(typeof SUSPECT_OUTCOMES)[number] | (typeof ORDER_OUTCOMES)[number], string>> = {
  arrested: 'arrestRecorded',
  charged: 'chargeRecorded',
  released: 'releasedWithoutCharge',
  sentenced: 'sentenceRecorded',
  acquitted: 'acquitted',
  discontinued: 'discontinued',
  surrendered: 'surrendered',
  reclassified: 'subjectReclassified',
  made: 'orderMade',
  breached: 'orderBreached',
};
const NO_BENEFIT = { operations: 0, victims: 0, pence: 0, lowestPencePerDay: null, highestPencePerDay: null };

/** The figures from what was counted: every code of a closed list has its number, 0 included. */
export function figuresOf(rows: FigureRows, asked: Partial<FiguresQuery>, madeAt: string): Figures {
  const byStage = counts(rows.operations, 'byStage', STAGES);
  const outcome = (name: keyof typeof COUNTED_BY) =>
    rows.outcomes.find((row) => row.name === COUNTED_BY[name])?.count ?? 0;
  const moved = (name: string) => rows.money.find((row) => row.name === name)?.pence ?? 0;
  return {
    madeAt,
    from: asked.from ?? null,
    to: asked.to ?? null,
    leadForce: asked.leadForce ?? null,
    threatArea: asked.threatArea ?? null,
    operations: {
      total: total(Object.values(byStage)),
      byStage,
      byThreatArea: counts(rows.operations, 'byThreatArea', THREAT_AREAS),
      byLeadForce: counts(rows.operations, 'byLeadForce', FORCES),
    },
    timeInStage: forEach(STAGES_LEFT, (stage) => daysOf(rows.timeInStage, stage)),
    decisions: forEach(DECISIONS, (decision) => daysOf(rows.decisions, decision)),
    disruptions: forEach(ASSESSED, (assessed) => counts(rows.disruptions, assessed, DISRUPTIONS)),
    victims: rows.victims[0] ?? { recorded: 0, notified: 0, safeguarded: 0 },
    outcomes: { suspects: forEach(SUSPECT_OUTCOMES, outcome), orders: forEach(ORDER_OUTCOMES, outcome) },
    money: { confiscationPence: moved('confiscation'), recoveredPence: forEach(ASSETS, moved) },
    benefit: rows.benefit[0] ?? NO_BENEFIT,
    sentences: {
      total: sumOf(rows.sentences),
      ...forEach(SENTENCE_KINDS, (kind) => sumOf(rows.sentences.filter(({ name }) => name === kind))),
    },
    scorerAgreement: grouped(rows.scorerAgreement, 'model', (ofModel) => ({
      ...agreementOf(ofModel),
      byMonth: grouped(ofModel, 'month', agreementOf),
    })),
    definitions: DEFINITIONS,
  };
}

const forEach = <const Code extends string, T>(codes: readonly Code[], make: (code: Code) => T) =>
  Object.fromEntries(codes.map((code) => [code, make(code)])) as Record<Code, T>;

const counts = <const Code extends string>(rows: readonly Counted[], by: string, codes: readonly Code[]) =>
  forEach(codes, (code) => rows.find((row) => row.by === by && row.name === code)?.count ?? 0);

function daysOf(rows: readonly Measured[], name: string) {
  const { count = 0, median = null, ninetieth = null } = rows.find((row) => row.name === name) ?? {};
  return { count, medianDays: toOneDecimal(median), ninetiethPercentileDays: toOneDecimal(ninetieth) };
}

const grouped = <T>(rows: readonly Rated[], by: 'model' | 'month', make: (rows: readonly Rated[]) => T) =>
  Object.fromEntries(
    [...new Set(rows.map((row) => row[by]))]
      .toSorted()
      .map((name) => [name, make(rows.filter((row) => row[by] === name))]),
  );

const agreementOf = (rows: readonly Rated[]) => ({
  pairs: total(rows.map(({ count, factors }) => count / factors)),
  kappa: weightedKappa(rows),
});

const toOneDecimal = (days: number | null) => (days === null ? null : Math.round(days * 10) / 10);

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

const sumOf = (rows: readonly Sentenced[]) => ({
  count: total(rows.map(({ count }) => count)),
  months: total(rows.map(({ months }) => months)),
  days: total(rows.map(({ days }) => days)),
});
