import { csvOf } from '../../../platform/text/csv';
import { codeText } from '../words/codes';
import { isoDay } from '../words/times';
import { degreesOf, inReadingOrder, type Chart } from './chart';

/** Everybody and everything on a chart, as CSV (RFC 4180): no spreadsheet runs a cell of it. */
export function nodesCsv(chart: Chart, marking: string): string {
  const degrees = degreesOf(chart);
  return csvOf([
    ['Id', 'Name', 'Kind', 'What it is', 'Links', 'Known since', 'Notes', 'Marking'],
    ...inReadingOrder(chart).map(({ id, label, kind, what, since, notes }) => [
      ...[id, label, kind, what, degrees.get(id) ?? 0],
      ...[since === null ? '' : isoDay(since), notes.join('; '), marking],
    ]),
  ]);
}

/** All links of a chart, as CSV. */
export function linksCsv({ nodes, links }: Chart, marking: string): string {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  return csvOf([
    [
      ...['From', 'From name', 'Link', 'To', 'To name', 'Weight', 'First', 'Last'],
      ...['Source evaluation', 'Intelligence assessment', 'Handling code', 'Rests on', 'Marking'],
    ],
    ...links.map(({ from, to, says, weight, first, last, grade, source }) => [
      ...[from, labels.get(from) ?? '', says, to, labels.get(to) ?? '', weight],
      ...[first === null ? '' : isoDay(first), last === null ? '' : isoDay(last)],
      ...(grade
        ? (['sourceEvaluation', 'intelligenceAssessment', 'handlingCode'] as const).map((part) =>
            codeText(grade[part], part),
          )
        : ['', '', '']),
      ...[source, marking],
    ]),
  ]);
}
