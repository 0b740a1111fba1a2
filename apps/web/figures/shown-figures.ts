import type { Figures } from '../../api/figures/figures.schema';
import { codeText } from '../words/codes';
import { pounds } from '../words/times';
import { heightOf, inWords, written, type Chart } from './chart';

type Cell = string | number;

/** Figures that belong together: a table, and the chart of it where it has one. */
export interface Shown {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly chart?: { readonly of: string; readonly alt: string; readonly height: number };
}
export interface ShownSection {
  readonly id: string;
  readonly title: string;
  /** What is counted, in words. */
  readonly definition: string;
  /** Whether there is anything to show. */
  readonly isEmpty: boolean;
  readonly shown: readonly Shown[];
}

/** The figures in the order of the road, each with its definition. */
export function shownFigures(found: Figures): readonly ShownSection[] {
  const { operations, decisions, timeInStage, outcomes, disruptions, victims, money, benefit, sentences } = found;
  const of = (id: keyof Figures['definitions'], title: string, isEmpty: boolean, ...shown: Shown[]): ShownSection => ({
    ...{ id, title, isEmpty, shown },
    definition: found.definitions[id],
  });
  return [
    of(
      'operations',
      'Referrals',
      operations.total === 0,
      counted('Referrals by threat area', 'Threat area', 'Referrals', named(operations.byThreatArea)),
      counted('Referrals by lead force', 'Lead force', 'Referrals', named(operations.byLeadForce, 'leadForce')),
      counted('Referrals by the stage they have come to', 'Stage', 'Referrals', named(operations.byStage)),
    ),
    of(
      'decisions',
      'Decisions',
      isNothing(decisions),
      counted(
        'Decisions by what was decided',
        'Decision',
        'Decisions',
        Object.entries(decisions).map(([code, { count }]) => [codeText(code), count]),
      ),
      measured('Days from the submission to the decision', 'Decision', decisions),
    ),
    of(
      'timeInStage',
      'Time in stage',
      isNothing(timeInStage),
      measured('Stays that ended, and how long they took', 'Stage', timeInStage),
    ),
    of(
      'disruptions',
      'Disruptions',
      Object.values(disruptions).every((kinds) => sum(Object.values(kinds)) === 0),
      disrupted(disruptions),
    ),
    of(
      'outcomes',
      'Outcomes',
      sum([...Object.values(outcomes.suspects), ...Object.values(outcomes.orders)]) === 0,
      counted('Suspects by what came of them', 'Outcome', 'Suspects', named(outcomes.suspects)),
      counted('Court orders', 'Order', 'Orders', named(outcomes.orders)),
    ),
    of('sentences', 'Sentences', sentences.total.count === 0, sentenced(sentences)),
    of(
      'victims',
      'Potential victims',
      sum(Object.values(victims)) === 0,
      counted('Potential victims by what was done', 'What was done', 'Potential victims', named(victims)),
    ),
    of(
      'money',
      'Money',
      money.confiscationPence + sum(Object.values(money.recoveredPence)) === 0,
      inPounds('Confiscation and assets', [
        ['Confiscation ordered', money.confiscationPence],
        ...Object.entries(money.recoveredPence).map(
          ([kind, pence]) => [`Recovered: ${codeText(kind).toLowerCase()}`, pence] as const,
        ),
      ]),
    ),
    of('benefit', 'Benefit', benefit.operations === 0, {
      caption: 'Estimates of the harm prevented',
      head: ['What', 'Estimate'],
      rows: [
        ['Operations with an estimate', benefit.operations],
        ['Victims in them', benefit.victims],
        ['Harm prevented, as estimated', pounds(benefit.pence)],
        ['Cost of one day of one victim', between(benefit.lowestPencePerDay, benefit.highestPencePerDay)],
      ],
    }),
    of('scorerAgreement', 'Agreement of scorers', Object.keys(found.scorerAgreement).length === 0, {
      caption: 'How far people agree who score the same operation',
      head: ['Threat model', 'Month', 'Pairs of scores', 'Agreement (kappa)'],
      rows: Object.entries(found.scorerAgreement).flatMap(([model, { byMonth, ...whole }]) => [
        [model, 'All', whole.pairs, kappa(whole.kappa)],
        ...Object.entries(byMonth).map(([month, { pairs, kappa: agreed }]) => [model, month, pairs, kappa(agreed)]),
      ]),
    }),
  ];
}

const named = (counts: Readonly<Record<string, number>>, field = '') =>
  Object.entries(counts).map(([code, count]) => [codeText(code, field), count] as const);

function counted(caption: string, what: string, unit: string, rows: readonly (readonly [string, number])[]): Shown {
  return {
    ...{ caption, head: [what, unit], rows },
    ...charted({ names: rows.map(([name]) => name), series: [{ name: unit, values: rows.map(([, count]) => count) }] }),
  };
}

type Measured = Readonly<
  Record<
    string,
    { readonly count: number; readonly medianDays: number | null; readonly ninetiethPercentileDays: number | null }
  >
>;

function measured(caption: string, what: string, found: Measured): Shown {
  const rows = Object.entries(found);
  return {
    caption,
    head: [what, 'How many', 'Median days', '90th percentile, days'],
    rows: rows.map(([code, { count, medianDays, ninetiethPercentileDays }]) => [
      ...[codeText(code), count, medianDays ?? '–', ninetiethPercentileDays ?? '–'],
    ]),
    ...charted({
      names: rows.map(([code]) => codeText(code)),
      series: [
        { name: 'Median days', values: rows.map(([, { medianDays }]) => medianDays) },
        { name: '90th percentile', values: rows.map(([, { ninetiethPercentileDays }]) => ninetiethPercentileDays) },
      ],
    }),
  };
}

function disrupted(disruptions: Figures['disruptions']): Shown {
  const rows = Object.entries(disruptions);
  const kinds = Object.keys(disruptions.operation) as (keyof Figures['disruptions']['operation'])[];
  return {
    caption: 'Disruptions by kind of target',
    head: ['Of', ...kinds.map((kind) => codeText(kind))],
    rows: rows.map(([assessed, counts]) => [codeText(assessed), ...kinds.map((kind) => counts[kind])]),
    ...charted({
      names: rows.map(([assessed]) => codeText(assessed)),
      series: kinds.map((kind) => ({ name: codeText(kind), values: rows.map(([, counts]) => counts[kind]) })),
      stacked: true,
    }),
  };
}

function sentenced(sentences: Figures['sentences']): Shown {
  const rows = Object.entries(sentences).filter(([kind]) => kind !== 'total');
  const cells = (name: string, { count, months, days }: Figures['sentences']['total']): readonly Cell[] => [
    ...[name, count, months, days],
  ];
  return {
    caption: 'Sentences by kind',
    head: ['Kind', 'Suspects', 'Months', 'Days beside them'],
    rows: [...rows.map(([kind, one]) => cells(codeText(kind), one)), cells('All', sentences.total)],
    ...charted({
      names: rows.map(([kind]) => codeText(kind)),
      series: [{ name: 'Suspects', values: rows.map(([, { count }]) => count) }],
    }),
  };
}

function inPounds(caption: string, rows: readonly (readonly [string, number])[]): Shown {
  return {
    ...{ caption, head: ['What', 'Amount'], rows: rows.map(([name, pence]) => [name, pounds(pence)]) },
    ...charted({
      names: rows.map(([name]) => name),
      series: [{ name: 'Pounds', values: rows.map(([, pence]) => Math.round(pence / 100)) }],
    }),
  };
}

const charted = (chart: Chart): Pick<Shown, 'chart'> => ({
  chart: { of: written(chart), alt: inWords(chart), height: heightOf(chart) },
});

const between = (lowest: number | null, highest: number | null) =>
  lowest === highest ? pounds(lowest) || '–' : `${pounds(lowest)} to ${pounds(highest)}`;
const kappa = (value: number | null) => (value === null ? '–' : value.toFixed(2));
const isNothing = (found: Measured) => sum(Object.values(found).map(({ count }) => count)) === 0;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
