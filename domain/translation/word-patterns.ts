import { readWords } from './fold-letters';
import type { TermWord } from './lexicon-term';

/** A word that terms are made of, whichever terms these are. */
export type Pattern = number;

/** A word of a text, and the patterns that it fits. */
export interface FittedWord {
  readonly start: number;
  readonly end: number;
  readonly fits: readonly Pattern[];
}

interface Node {
  readonly next: Map<number, Node>;
  /** Patterns that end here with the word. */
  readonly whole: Pattern[];
  /** Patterns that end here, whatever follows. */
  readonly stems: Pattern[];
}

const newNode = (): Node => ({ next: new Map(), whole: [], stems: [] });
const NONE: readonly Pattern[] = [];

/**
 * The words of all terms as one tree of letters: a word of a text goes down it once, and is dropped at the first letter with
 * which no term goes on, however many terms there are.
 */
export class WordPatterns {
  private readonly root = newNode();
  private readonly known = new Map<string, Pattern>();

  /** The pattern of a term's word; the same for words that fit alike. */
  add({ ways, isStem }: TermWord): Pattern {
    const key = `${ways.join('|')}${isStem ? '*' : ''}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const pattern = this.known.size;
    this.known.set(key, pattern);
    for (const way of ways) {
      const node = this.nodeOf(way);
      (isStem ? node.stems : node.whole).push(pattern);
    }
    return pattern;
  }

  /** The words of a text with what they fit; empty where no word fits anything. */
  wordsOf(text: string): readonly FittedWord[] {
    const words: FittedWord[] = [];
    let node: Node | undefined = this.root;
    let fits = NONE;
    let isFitted = false;
    readWords(text, {
      letter: (unit) => {
        node = node?.next.get(unit);
        if (node !== undefined && node.stems.length > 0) fits = [...fits, ...node.stems];
      },
      word: (start, end) => {
        if (node !== undefined && node.whole.length > 0) fits = [...fits, ...node.whole];
        if (fits !== NONE) isFitted = true;
        words.push({ start, end, fits });
        node = this.root;
        fits = NONE;
      },
    });
    return isFitted ? words : [];
  }

  private nodeOf(way: string): Node {
    let node = this.root;
    for (let at = 0; at < way.length; at += 1) {
      const unit = way.charCodeAt(at);
      let next = node.next.get(unit);
      if (next === undefined) node.next.set(unit, (next = newNode()));
      node = next;
    }
    return node;
  }
}
