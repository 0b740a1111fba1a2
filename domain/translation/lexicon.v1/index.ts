import type { Lexicon } from '../lexicon.schema';
import { BULGARIAN } from './bg';
import { ENGLISH } from './en';
import { HUNGARIAN } from './hu';
import { POLISH } from './pl';
import { ROMANIAN } from './ro';
import { ALBANIAN } from './sq';
import { VIETNAMESE } from './vi';

/**
 * The lexicon that Waymark brings: a beginning that a force adds to (`mergedLexicon`). No speaker of these languages has
 * reviewed it yet, and a message without a flag may be as important as one with many.
 */
export const LEXICON_V1: Lexicon = {
  name: 'Waymark',
  version: '1',
  terms: [...HUNGARIAN, ...ROMANIAN, ...BULGARIAN, ...ALBANIAN, ...POLISH, ...VIETNAMESE, ...ENGLISH],
};
