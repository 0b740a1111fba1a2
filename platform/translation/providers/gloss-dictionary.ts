import type { DictdEntry } from './dictd';
import { add, englishOf, lower, sensesOf, unaccented, type Senses } from './gloss-entries';
import type { GlossLanguage } from './gloss-languages';

/** How many endings one form may have: plural, possessive and case. */
const MOST_ENDINGS = 3;
const SHORTEST_STEM = 2;

type Endings = GlossLanguage['endings'];

/** Glosses of single words, by the word as it is written and without its accents. */
export class GlossDictionary {
  private readonly plainEndings: Endings;

  private constructor(
    private readonly exact: ReadonlyMap<string, string>,
    private readonly plain: ReadonlyMap<string, string>,
    private readonly endings: Endings,
  ) {
    this.plainEndings = endings.map(([ending, ...instead]) => [unaccented(ending), ...instead.map(unaccented)]);
  }

  /**
   * Entries of FreeDict do not always have the usual sense first (Hungarian “pénz” begins with “green”). So the sense is taken whose words
   * are used most in the dictionary's English, which fewest other words have, and which is given for most meanings of its entry.
   */
  static from(entries: Iterable<DictdEntry>, language: GlossLanguage): GlossDictionary {
    const used = new Map<string, number>();
    const shared = new Map<string, number>();
    const all: Senses[] = [];
    for (const entry of entries) {
      for (const word of englishOf(entry.body)) add(used, word, 1);
      for (const senses of sensesOf(entry, language.isInverted ?? false)) {
        all.push(senses);
        for (const gloss of senses.glosses.keys()) add(shared, gloss, 1);
      }
    }
    // English that explains English headwords says less of how much a word is used.
    const trust = language.isInverted ? 0.5 : 1;
    const weigh = (gloss: string) => {
      const words = gloss.toLowerCase().split(' ');
      const least = Math.min(...words.map((word) => used.get(word) ?? 0));
      return trust * Math.log(1 + least) - Math.log(shared.get(gloss) ?? 1) / 2 - 2 * (words.length - 1);
    };
    const exact = new Heaviest();
    const plain = new Heaviest();
    for (const { word, glosses } of all) {
      const bare = unaccented(word);
      for (const [gloss, entryWeight] of glosses) {
        const weight = weigh(gloss) + Math.log(entryWeight);
        exact.put(word, gloss, weight);
        if (bare !== word) plain.put(bare, gloss, weight);
      }
    }
    return new GlossDictionary(exact.glosses, plain.glosses, language.endings);
  }

  /** The gloss of a word, of what it is without its accents, or of what it is a form of; in that order. */
  gloss(written: string): string | undefined {
    const word = lower(written);
    const bare = unaccented(word);
    const exactly = (key: string) => this.exact.get(key);
    const barely = (key: string) => this.exact.get(key) ?? this.plain.get(key);
    return (
      exactly(word) ??
      barely(bare) ??
      byEndings(word, this.endings, exactly) ??
      byEndings(bare, this.plainEndings, barely)
    );
  }
}

/** Keeps of each word the gloss that weighs most. */
class Heaviest {
  readonly glosses = new Map<string, string>();
  private readonly weights = new Map<string, number>();

  put(word: string, gloss: string, weight: number): void {
    if (weight <= (this.weights.get(word) ?? -Infinity)) return;
    this.weights.set(word, weight);
    this.glosses.set(word, gloss);
  }
}

function byEndings(word: string, endings: Endings, look: (stem: string) => string | undefined): string | undefined {
  let stems: readonly string[] = [word];
  for (let taken = 0; taken < MOST_ENDINGS && stems.length > 0; taken += 1) {
    const next = stems.flatMap((stem) =>
      endings.flatMap(([ending, ...instead]) => {
        const rest = stem.length - ending.length;
        return rest >= SHORTEST_STEM && stem.endsWith(ending)
          ? instead.map((other) => stem.slice(0, rest) + other)
          : [];
      }),
    );
    // The longest stem has lost the least.
    stems = [...new Set(next)].sort((one, other) => other.length - one.length);
    for (const stem of stems) {
      const found = look(stem);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
