import { ABSENT, COMPARISON_NAMES, COMPARISONS, levelIn, type Pattern } from './comparisons.v1';
import { weightOf, type LinkageModel } from './fellegi-sunter';

/** One comparison of two identities, in words that tell nothing of either. */
export interface LinkPart {
  readonly on: string;
  /** In bits. */
  readonly weight: number;
  readonly says: string;
}

/** Why two identities were held to be one person, or not: what each comparison says and how much. */
export function explainPattern(model: LinkageModel, pattern: Pattern): readonly LinkPart[] {
  return COMPARISON_NAMES.flatMap((on) => {
    const level = levelIn(pattern, on);
    if (level === ABSENT) return [];
    const says = COMPARISONS[on].find((one) => one.level === level)?.says ?? '';
    return [{ on, weight: weightOf(model, on, level), says }];
  });
}
