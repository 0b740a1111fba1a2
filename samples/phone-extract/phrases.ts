import type { Random } from '../random';
import { SHARED_SLOTS, type Setting } from './slots';
import type { Field, Theme } from './themes';
import type { Tongue } from './tongues/tongue';

export type Direction = 'in' | 'out';
/** How a sentence is typed: with care; without the signs of its letters; in the slang of messages besides; that without capitals. */
export type Haste = 'none' | 'bare' | 'slang' | 'lower';

export interface Phrase {
  readonly text: string;
  readonly fields: readonly Field[];
  readonly theme: Theme | undefined;
}

interface Frame {
  readonly literals: Readonly<Record<Haste, readonly string[]>>;
  /** Of each slot, its whole name and that without a number. */
  readonly slots: readonly (readonly [name: string, base: string])[];
  readonly theme: Theme | undefined;
}

/** Without the signs above and below letters, as on a foreign keyboard. */
export const bare = (text: string): string => text.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '');

/** The sentences of one language. */
export class Phrases {
  private readonly frames: ReadonlyMap<string, readonly Frame[]>;

  constructor(readonly tongue: Tongue) {
    const frames = new Map<string, Frame[]>();
    for (const [topic, written] of Object.entries(tongue.frames))
      for (const line of written) {
        const theme = topic === 'ordinary' ? undefined : (topic as Theme);
        const frame = this.compiled(line.replace(/^[<>]/, ''), theme);
        for (const direction of line.startsWith('>') ? ['out'] : line.startsWith('<') ? ['in'] : ['in', 'out']) {
          const key = `${topic} ${direction}`;
          frames.set(key, [...(frames.get(key) ?? []), frame]);
        }
      }
    this.frames = frames;
  }

  /** A sentence about a theme, or about ordinary life where the language has none of that theme that way. */
  sentence(theme: Theme | undefined, direction: Direction, haste: Haste, random: Random, at: number): Phrase {
    const frames = this.frames.get(`${theme ?? 'ordinary'} ${direction}`) ?? this.frames.get(`ordinary ${direction}`);
    return this.filled(random.pick(frames ?? []), haste, random, at);
  }

  /** What a slot holds, and nothing else. */
  lone(slot: string, random: Random, at: number): Phrase {
    const value = this.drawn(slot, random, { at, tongue: this.tongue });
    return { text: written(value), fields: typeof value === 'string' ? [] : [value], theme: undefined };
  }

  private filled({ literals, slots, theme }: Frame, haste: Haste, random: Random, at: number): Phrase {
    const between = literals[haste];
    const setting: Setting = { at, tongue: this.tongue };
    const fields: Field[] = [];
    const said: string[] = [];
    let text = between[0] as string;
    slots.forEach(([name, base], nth) => {
      let value = this.drawn(base, random, setting);
      // “{team2}” is another team than “{team}”.
      if (name !== base)
        for (let tries = 0; tries < 5 && said.includes(written(value)); tries += 1)
          value = this.drawn(base, random, setting);
      if (typeof value !== 'string') fields.push(value);
      said.push(written(value));
      text += written(value) + (between[nth + 1] as string);
    });
    return { text, fields, theme };
  }

  private drawn(slot: string, random: Random, setting: Setting): string | Field {
    const words = this.tongue.words[slot];
    if (words !== undefined) return random.pick(words);
    const shared = SHARED_SLOTS[slot];
    if (shared === undefined) throw new RangeError(`No language knows the slot “${slot}”`);
    return shared(random, setting);
  }

  private compiled(line: string, theme: Theme | undefined): Frame {
    const parts = line.split(/\{(\w+)\}/);
    const none = parts.filter((_, at) => at % 2 === 0);
    const slang = none.map((literal) =>
      literal.replaceAll(/\p{L}+/gu, (word) => {
        const short = this.tongue.slang[word.toLowerCase()];
        return short === undefined
          ? word
          : /^\p{Lu}/u.test(word)
            ? `${(short[0] as string).toUpperCase()}${short.slice(1)}`
            : short;
      }),
    );
    const slots = parts.filter((_, at) => at % 2 === 1).map((name) => [name, name.replace(/\d$/, '')] as const);
    return {
      literals: { none, bare: none, slang, lower: slang.map((literal) => literal.toLowerCase()) },
      slots,
      theme,
    };
  }
}

const written = (value: string | Field): string => (typeof value === 'string' ? value : value.written);
