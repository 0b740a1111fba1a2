import bidiFactory from 'bidi-js';
import { openSync, type Font } from 'fontkit';

/** Fonts of DejaVu, which has the letters of nearly all European languages and of Vietnamese. */
export const FONTS = {
  plain: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
} as const;
export type FontName = keyof typeof FONTS;

/** Control characters, and those that change the order in which others are read, by which a reader could be misled. */
const UNSEEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
/** What only says how the character before it looks. */
const SELECTORS = /[\uFE00-\uFE0F]/gu;
/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

export interface Line {
  readonly text: string;
  /** Whether it begins on the right. */
  readonly isRightToLeft: boolean;
}

/** Part of a line that is drawn as one; its text is in the order in which it is read. */
export interface Run {
  readonly text: string;
  readonly isRightToLeft: boolean;
}

/** Makes texts into what can be drawn with the fonts. */
export class Lettering {
  private readonly fonts = new Map<FontName, Font>();
  private readonly known = new Map<string, boolean>();
  private readonly clusters = new Intl.Segmenter('en-GB', { granularity: 'grapheme' });
  private readonly bidi = bidiFactory();

  /** The text with the codes of whatever the font lacks, as `[U+1F525]`, and with line feeds alone for line breaks. */
  shown(text: string, font: FontName = 'plain'): string {
    const plain = text.toWellFormed().normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll('\t', '    ');
    if (this.hasAll(plain, font)) return plain;
    const pieces = Array.from(this.clusters.segment(plain), ({ segment }) => this.cluster(segment, font));
    return pieces.join('').replaceAll('][U+', ' U+');
  }

  /** Lines of a text, none wider than `width`. */
  lines(text: string, width: number, widthOf: (text: string) => number): readonly Line[] {
    return text.split('\n').flatMap((paragraph) => {
      const isRightToLeft =
        RIGHT_TO_LEFT.test(paragraph) && this.bidi.getEmbeddingLevels(paragraph).paragraphs[0]?.level === 1;
      return this.wrapped(paragraph, width, widthOf).map((line) => ({
        // The space at its end parts the words where the text is read out or copied.
        text: isRightToLeft ? line.trimEnd() : line,
        isRightToLeft,
      }));
    });
  }

  /** What of a line is drawn, from left to right, by the Unicode Bidirectional Algorithm (UAX #9). */
  runs({ text: line, isRightToLeft: base }: Line): readonly Run[] {
    if (!base && !RIGHT_TO_LEFT.test(line)) return [{ text: line, isRightToLeft: false }];
    const levels = this.bidi.getEmbeddingLevels(line, base ? 'rtl' : 'ltr');
    const mirrored = this.bidi.getMirroredCharactersMap(line, levels.levels);
    const runs: { text: string; readonly isRightToLeft: boolean }[] = [];
    for (const place of this.bidi.getReorderedIndices(line, levels)) {
      const isRightToLeft = (levels.levels[place] ?? 0) % 2 === 1;
      const last = runs.at(-1);
      const character = mirrored.get(place) ?? line.charAt(place);
      if (last !== undefined && last.isRightToLeft === isRightToLeft) last.text += character;
      else runs.push({ text: character, isRightToLeft });
    }
    // The font turns letters of these scripts round by itself, and leaves signs alone as they are.
    return runs.map((run) =>
      run.isRightToLeft && RIGHT_TO_LEFT.test(run.text) ? { ...run, text: [...run.text].reverse().join('') } : run,
    );
  }

  private cluster(cluster: string, font: FontName): string {
    const shown = cluster.replaceAll(SELECTORS, '');
    if (this.hasAll(shown, font)) return shown;
    const codes = Array.from(shown, (character) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase());
    return `[${codes.map((code) => `U+${code.padStart(4, '0')}`).join(' ')}]`;
  }

  private hasAll(text: string, font: FontName): boolean {
    return Array.from(text).every((character) => this.has(character, font));
  }

  private has(character: string, font: FontName): boolean {
    if (character === '\n') return true;
    const key = `${font}${character}`;
    let has = this.known.get(key);
    if (has === undefined) {
      has = !UNSEEN.test(character) && this.font(font).hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
      this.known.set(key, has);
    }
    return has;
  }

  private font(name: FontName): Font {
    const open = this.fonts.get(name) ?? (openSync(FONTS[name]) as Font);
    this.fonts.set(name, open);
    return open;
  }

  private wrapped(paragraph: string, width: number, widthOf: (text: string) => number): readonly string[] {
    const lines: string[] = [];
    let line = '';
    let used = 0;
    const put = (piece: string, wide: number) => {
      if (line !== '' && used + wide > width && piece.trim() !== '') {
        lines.push(line);
        line = '';
        used = 0;
      }
      line += piece;
      used += wide;
    };
    for (const word of paragraph.match(/\s+|\S+/g) ?? []) {
      const wide = widthOf(word);
      if (wide <= width) put(word, wide);
      else for (const { segment } of this.clusters.segment(word)) put(segment, widthOf(segment));
    }
    return [...lines, line];
  }
}
