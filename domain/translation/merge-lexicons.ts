import type { Lexicon, LexiconChanges } from './lexicon.schema';
import { termKey } from './lexicon-term';

/**
 * A lexicon with a force's own additions and withdrawals. It is named after the changes, and its version says both versions
 * (`base version+version of the changes`), so what a search was made with can be told. An added term takes the place of the
 * one that the base writes in the same way; a term that is both added and withdrawn is the added one; what is withdrawn from
 * a base that has it no longer stays withdrawn from those that have it.
 */
export function mergedLexicon(base: Lexicon, changes: LexiconChanges): Lexicon {
  const added = new Map(changes.added.map((term) => [termKey(term), term]));
  const withdrawn = new Set(changes.withdrawn.map(termKey));
  const kept = base.terms.filter((term) => !withdrawn.has(termKey(term)) && !added.has(termKey(term)));
  return {
    name: changes.name,
    version: `${base.version}+${changes.version}`,
    terms: [...kept, ...added.values()],
  };
}

/** What a person who writes changes should know before they are used: withdrawals of terms that the base does not have. */
export function withdrawnInVain(base: Lexicon, changes: LexiconChanges): LexiconChanges['withdrawn'] {
  const known = new Set(base.terms.map(termKey));
  return changes.withdrawn.filter((term) => !known.has(termKey(term)));
}
