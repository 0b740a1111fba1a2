import type { Theme } from '../themes';

/**
 * How one language writes. A frame holds slots in braces: those of {@link Tongue.words}, and those that all languages share; a
 * number after a slot's name asks for another of the same. `>` before a frame: only the owner of the phone writes it; `<`: only the other.
 */
export interface Tongue {
  /** ISO 639-1. */
  readonly code: 'hu' | 'ro' | 'en' | 'bg';
  readonly frames: Readonly<Record<Theme | 'ordinary', readonly string[]>>;
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** Short messages, which come again and again. */
  readonly short: readonly string[];
  /** What a message may begin with. */
  readonly openers: readonly string[];
  /** Whole words, and how they are written in haste. */
  readonly slang: Readonly<Record<string, string>>;
  readonly months: readonly string[];
  readonly writeDate: (day: number, month: string) => string;
  /** What a sum in pounds is called beside the sign. */
  readonly pounds: string;
}

/** One entry a line, blank lines left out. */
export const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Entries parted by a stroke. */
export const choices = (text: string): readonly string[] =>
  text
    .split('|')
    .map((one) => one.replaceAll(/\s+/g, ' ').trim())
    .filter((one) => one !== '');
