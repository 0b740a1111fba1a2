import { inflateSync } from 'node:zlib';

/** What a PDF of ours holds, read back from its bytes. */
export interface PdfContents {
  /** Text of each page, by its fonts’ own tables of what each glyph means; pieces that are drawn apart are parted by line breaks. */
  readonly pages: readonly string[];
  /** Of each page, how far above its lower edge each piece stands, in points, in the same order. */
  readonly heights: readonly (readonly number[])[];
  /** Names of fonts whose files are in it. */
  readonly embedded: readonly string[];
  /** Dictionaries of its objects. */
  readonly dictionaries: readonly string[];
}

/** Reads PDF as PDFKit writes it: objects as they are, contents deflated, glyphs by two bytes. */
export function pdfContents(bytes: Buffer): PdfContents {
  const objects = new Map<string, { dictionary: string; stream: Buffer }>();
  for (const [, id = '', body = ''] of bytes.toString('latin1').matchAll(/\n(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [dictionary = '', stream = ''] = body.split(/\nstream\n([\s\S]*)\nendstream$/);
    objects.set(id, { dictionary, stream: Buffer.from(stream, 'latin1') });
  }
  const of = (id = '') => objects.get(id) ?? { dictionary: '', stream: Buffer.alloc(0) };
  const text = (id?: string) => inflateSync(of(id).stream).toString('latin1');
  const reference = (dictionary: string, name: string) => new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1];
  const dictionaries = [...objects.values()].map(({ dictionary }) => dictionary);
  const pages = dictionaries.filter((dictionary) => dictionary.includes('/Type /Page\n'));
  return {
    heights: pages.map((page) =>
      [...text(reference(page, 'Contents')).matchAll(/1 0 0 1 [\d.]+ ([\d.]+) Tm/g)].map(([, height]) =>
        Number(height),
      ),
    ),
    pages: pages.map((page) => {
      const resources = of(reference(page, 'Resources')).dictionary;
      const glyphs = new Map<string, readonly string[]>();
      for (const [, name = '', id] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g))
        glyphs.set(name, meanings(text(reference(of(id).dictionary, 'ToUnicode'))));
      return textOf(text(reference(page, 'Contents')), glyphs);
    }),
    embedded: dictionaries.flatMap((one) =>
      one.includes('/FontFile2 ') ? (/\/FontName \/[A-Z]+\+(\S+)/.exec(one)?.[1] ?? []) : [],
    ),
    dictionaries,
  };
}

/** By the glyph’s number. */
function meanings(table: string): readonly string[] {
  return [...table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[(.*?)\]/g)].reduce<string[]>(
    (all, [, from = '', list = '']) => {
      [...list.matchAll(/<([0-9a-f ]+)>/g)].forEach(([, codes = ''], at) => {
        const units = codes.split(' ').map((code) => parseInt(code, 16));
        all[parseInt(from, 16) + at] = String.fromCharCode(...units);
      });
      return all;
    },
    [],
  );
}

function textOf(contents: string, glyphs: ReadonlyMap<string, readonly string[]>): string {
  return [...contents.matchAll(/\/(F\d+) [\d.]+ Tf\n([\s\S]*?)\nET/g)]
    .map(([, font = '', drawn = '']) =>
      [...drawn.matchAll(/<([0-9a-f]+)>/g)]
        .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
        .map((glyph) => glyphs.get(font)?.[parseInt(glyph, 16)] ?? '')
        .join(''),
    )
    .join('\n');
}
