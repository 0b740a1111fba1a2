import { ABSENT, COMPARISON_NAMES, COMPARISONS, levelIn, type Comparison, type Pattern } from './comparisons.v1';

/** For each comparison, the probability of each level. */
export type Levels = Readonly<Record<Comparison, Readonly<Record<number, number>>>>;

/** How often each pattern was met. */
export type Counts = ReadonlyMap<Pattern, number>;

/** What a linkage was made with: kept with it, so that every weight can be explained later. */
export interface LinkageModel {
  readonly version: 1;
  /** Of pairs that are one person. */
  readonly m: Levels;
  /** Of pairs that are two. */
  readonly u: Levels;
  /** That two identities taken at random are one person. */
  readonly prior: number;
  /** From which probability on two are held to be one. */
  readonly threshold: number;
}

const NAMES = ['given', 'surname'] as const;
const EQUAL = 4;
const ROUNDS = 60;
const CONVERGED = 1e-6;
/** No level is impossible: half an observation is added to each. */
const SMOOTHING = 0.5;

/**
 * The probability of each level among pairs that are not one person, of pairs taken at random: hardly any of them is one.
 */
export function estimateU(random: Counts): Levels {
  return levelsOf((comparison) => tally(random, comparison, () => 1));
}

/**
 * The probability of each level among pairs that are one person, by expectation and maximisation over patterns (Dempster, Laird
 * and Rubin 1977, as Winkler applies it to record linkage). Deterministic: the same counts give the same.
 *
 * @param blocked comparisons that all the pairs agree on by how they were chosen: nothing is learnt of them
 */
export function estimateM(counts: Counts, u: Levels, blocked: readonly Comparison[]): Levels {
  const learnt = COMPARISON_NAMES.filter((name) => !blocked.includes(name));
  const patterns = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  let m = startingM();
  let share = 0.1;
  for (let round = 0; round < ROUNDS; round++) {
    const held = new Map(
      patterns.map(([pattern]) => [pattern, probability(ratio(pattern, m, u, learnt) * (share / (1 - share)))]),
    );
    const next = levelsOf((name) => tally(counts, name, (pattern) => held.get(pattern) as number));
    const all = patterns.reduce((sum, [, count]) => sum + count, 0);
    const matches = patterns.reduce((sum, [pattern, count]) => sum + count * (held.get(pattern) as number), 0);
    const moved = Math.abs(matches / all - share);
    m = Object.fromEntries(
      COMPARISON_NAMES.map((name) => [name, learnt.includes(name) ? next[name] : m[name]]),
    ) as unknown as Levels;
    share = Math.min(0.999, Math.max(1e-6, matches / all));
    if (moved < CONVERGED) break;
  }
  return m;
}

/** How much a level speaks for one person, in bits: negative against. */
export function weightOf(model: Pick<LinkageModel, 'm' | 'u'>, comparison: Comparison, level: number): number {
  if (level === ABSENT) return 0;
  return Math.log2((model.m[comparison][level] as number) / (model.u[comparison][level] as number));
}

/** The weight of a pattern in bits, without what rare names add. */
export const patternWeight = (model: Pick<LinkageModel, 'm' | 'u'>, pattern: Pattern): number =>
  COMPARISON_NAMES.reduce((sum, name) => sum + weightOf(model, name, levelIn(pattern, name)), 0);

/** How often names are equal by chance that are equal in a pattern; 1 where none is. */
export const chanceOfNames = ({ u }: Pick<LinkageModel, 'u'>, pattern: Pattern): number =>
  NAMES.filter((name) => levelIn(pattern, name) === EQUAL).reduce(
    (chance, name) => chance * (u[name][EQUAL] as number),
    1,
  );

/** The weight that a pair needs to be held one person, in bits. */
export const weightNeeded = ({ prior, threshold }: LinkageModel): number =>
  Math.log2(threshold / (1 - threshold)) - Math.log2(prior / (1 - prior));

function ratio(pattern: Pattern, m: Levels, u: Levels, learnt: readonly Comparison[]): number {
  let product = 1;
  for (const name of learnt) {
    const level = levelIn(pattern, name);
    if (level !== ABSENT) product *= (m[name][level] as number) / (u[name][level] as number);
  }
  return product;
}

const probability = (odds: number) => odds / (1 + odds);

function tally(
  counts: Counts,
  comparison: Comparison,
  weigh: (pattern: Pattern) => number,
): ReadonlyMap<number, number> {
  const sums = new Map<number, number>(COMPARISONS[comparison].map(({ level }) => [level, SMOOTHING]));
  for (const [pattern, count] of counts) {
    const level = levelIn(pattern, comparison);
    if (level !== ABSENT) sums.set(level, (sums.get(level) ?? 0) + count * weigh(pattern));
  }
  return sums;
}

function levelsOf(sumsOf: (comparison: Comparison) => ReadonlyMap<number, number>): Levels {
  return Object.fromEntries(
    COMPARISON_NAMES.map((name) => {
      const sums = sumsOf(name);
      const all = [...sums.values()].reduce((sum, one) => sum + one, 0);
      return [name, Object.fromEntries([...sums].map(([level, sum]) => [level, sum / all]))];
    }),
  ) as unknown as Levels;
}

/** Most who are one person agree. */
function startingM(): Levels {
  return Object.fromEntries(
    COMPARISON_NAMES.map((name) => {
      const levels = COMPARISONS[name];
      const rest = 0.2 / (levels.length - 1);
      return [name, Object.fromEntries(levels.map(({ level }, nth) => [level, nth === 0 ? 0.8 : rest]))];
    }),
  ) as unknown as Levels;
}
