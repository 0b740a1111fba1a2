import { latinWays } from './cyrillic';
import { foldedWords } from './fold-letters';

/** Letters that must stand before a `*`: with fewer, half the words of a language would follow. [P] */
export const STEM_LETTERS = 3;

/** One word of a term: the folded ways in which it is written, and whether any endings may follow. */
export interface TermWord {
  readonly ways: readonly string[];
  readonly isStem: boolean;
  /** As the lexicon writes it. */
  readonly written: string;
}

/** The words of a term, or of one of its forms, each of which may end in `*`. */
export function termWords(term: string): readonly TermWord[] {
  return foldedWords(term).map(({ folded, start, end }) => {
    const written = term.slice(start, end);
    const ways = /\p{sc=Cyrl}/u.test(written)
      ? latinWays(written.toLowerCase()).map((way) =>
          foldedWords(way)
            .map((word) => word.folded)
            .join(''),
        )
      : [];
    return { ways: [...new Set([folded, ...ways])], isStem: term[end] === '*', written };
  });
}

/** What is wrong with how a term is written, in a sentence for people; undefined where nothing is. */
export function termProblem(term: string): string | undefined {
  const words = termWords(term);
  if (words.length === 0) return 'Write at least one letter or digit.';
  if (/(^|[^\p{L}\p{M}\p{N}])\*|\*[\p{L}\p{M}\p{N}*]/u.test(term)) return 'Write “*” only at the end of a word.';
  if (words.some(({ ways, isStem }) => isStem && (ways[0] ?? '').length < STEM_LETTERS))
    return `Write at least ${STEM_LETTERS} letters before “*”.`;
  return undefined;
}

/** By which terms of a lexicon are told apart: case and spaces do not matter, signs do (nợ is a debt, nó is he). */
export const termKey = ({ language, term }: { readonly language: string; readonly term: string }): string =>
  `${language}:${term.normalize('NFC').toLowerCase().trim().replaceAll(/\s+/g, ' ')}`;
