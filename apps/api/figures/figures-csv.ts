import { csvOf } from '../../../platform/text/csv';
import { FIGURES, type Figures } from './figures.schema';

/** The figures as CSV: a line a number, beside what it counts in words. What cannot be measured is an empty cell. */
export function figuresCsv(figures: Figures): string {
  const { madeAt, from, to, leadForce, threatArea } = figures;
  const asked = Object.entries({ madeAt, from, to, leadForce, threatArea });
  const numbers = FIGURES.flatMap((figure) =>
    numbersIn(figures[figure]).map(([name, value]) => [figure, name, value, figures.definitions[figure]]),
  );
  return csvOf([
    ['figure', 'of', 'value', 'definition'],
    ...asked.map(([name, value]) => ['asked', name, value ?? '', '']),
    ...numbers,
  ]);
}

type Numbers = number | null | { readonly [name: string]: Numbers };

/** Every number with its path, with dots. */
function numbersIn(value: Numbers, path: readonly string[] = []): (readonly [name: string, value: number | ''])[] {
  if (value === null || typeof value === 'number') return [[path.join('.'), value ?? '']];
  return Object.entries(value).flatMap(([name, within]) => numbersIn(within, [...path, name]));
}
