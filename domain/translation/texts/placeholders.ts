import { entitiesIn } from './entities';
import type { Entity, EntityOptions } from './entity';
import { fold } from './fold';
import { phrasesIn, phrasesOf, type Phrases } from './phrases';
import { formOf, LOOKS_LIKE_ONE, MAY_LOOK_LIKE_ONE, placeholdersFor } from './placeholder-form';

export interface ProtectOptions extends EntityOptions {
  /** What the extract calls people: found with a capital, with or without a Hungarian case ending. */
  readonly names?: readonly string[];
}

/** Something that goes through a translation unread. */
export interface Field {
  readonly placeholder: string;
  /** What comes back in its place. */
  readonly written: string;
  /** Letters that follow without a space, as a case ending does: they are sent after a hyphen. */
  readonly tail: string;
}

export interface Protected {
  /** What is sent. */
  readonly text: string;
  /** In the order of the text. */
  readonly fields: readonly Field[];
  /** All of the original text, also those that are not protected. */
  readonly entities: readonly Entity[];
  /** There is no word beside the fields: nothing to translate. */
  readonly isOnlyFields: boolean;
}

export interface Restored {
  readonly text: string;
  /** What was written in fields that did not come back; the text is without them. */
  readonly lost: readonly string[];
  /** What was written in fields that came back more than once; the text has each of them. */
  readonly doubled: readonly string[];
  /** What came back that looks like a placeholder and is none that was sent; the text is without it. */
  readonly added: readonly string[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const LETTER = /\p{L}/u;
const WORD_CHARACTERS = /[\p{L}\p{M}\p{N}]*/uy;

/**
 * Puts placeholders in the place of what must survive a translation unchanged: entities, names of people, and what looks like a
 * placeholder itself. A weekday alone is left to the translator. {@link restore} undoes it.
 */
export function protect(text: string, options: ProtectOptions): Protected {
  const entities = entitiesIn(text, options);
  const spans = merged(text, [
    ...entities.filter(({ value }) => !value.startsWith('-W-')),
    ...namesIn(text, options.names),
    ...lookalikes(text),
  ]);
  if (spans.length === 0) return { text, fields: [], entities, isOnlyFields: !LETTER.test(text) };
  const placeholders = placeholdersFor(spans.length);
  const fields: Field[] = [];
  let sent = '';
  let isOnlyFields = true;
  let from = 0;
  spans.forEach(({ start, end }, place) => {
    const between = text.slice(from, start);
    const placeholder = placeholders[place] as string;
    const tail = tailAt(text, end);
    fields.push({ placeholder, written: text.slice(start, end), tail });
    sent += `${between}${placeholder}${tail === '' ? '' : '-'}`;
    isOnlyFields &&= !LETTER.test(between);
    from = end;
  });
  const rest = text.slice(from);
  return { text: sent + rest, fields, entities, isOnlyFields: isOnlyFields && !LETTER.test(rest) };
}

/**
 * Puts the fields back where their placeholders came back, whatever their case and the spaces within them, and says what did not come
 * back as it was sent.
 */
export function restore(translated: string, fields: readonly Field[]): Restored {
  const form = formOf(fields.length);
  const byCode = new Map(fields.map((field) => [form.codeOf(field.placeholder), field]));
  const times = new Map<Field, number>();
  const added: string[] = [];
  let text = '';
  let from = 0;
  for (const { 0: match, 1: code, index } of translated.matchAll(form.pattern)) {
    text += translated.slice(from, index);
    from = index + match.length;
    const field = byCode.get(code?.replaceAll(/\D/g, '') ?? '');
    if (field === undefined) added.push(match);
    else {
      text += field.written;
      times.set(field, (times.get(field) ?? 0) + 1);
      if (isTail(translated, from, field.tail)) from += 1;
    }
  }
  text += translated.slice(from);
  return {
    text,
    lost: fields.filter((field) => !times.has(field)).map(({ written }) => written),
    doubled: fields.filter((field) => (times.get(field) ?? 0) > 1).map(({ written }) => written),
    added,
  };
}

/** Every field came back exactly once, and nothing else that looks like one. */
export function whole({ lost, doubled, added }: Restored): boolean {
  return lost.length === 0 && doubled.length === 0 && added.length === 0;
}

const indexes = new WeakMap<readonly string[], Phrases>();

function namesIn(text: string, names: readonly string[] = []): readonly Span[] {
  if (names.length === 0) return [];
  let index = indexes.get(names);
  if (index === undefined) {
    index = phrasesOf(names.map((name) => ({ spelling: name, value: name, needs: 'capital' })));
    indexes.set(names, index);
  }
  return phrasesIn(text, fold(text), index);
}

const lookalikes = (text: string): readonly Span[] =>
  !MAY_LOOK_LIKE_ONE.test(text)
    ? []
    : [...text.matchAll(LOOKS_LIKE_ONE)].map(({ 0: match, index }) => ({ start: index, end: index + match.length }));

/** Those that overlap, or that no space or sign parts, are one field. */
function merged(text: string, spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans;
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    const last = all.at(-1);
    if (last === undefined || start > last.end + tailAt(text, last.end).length) all.push({ start, end });
    else last.end = Math.max(last.end, end);
  }
  return all;
}

function tailAt(text: string, at: number): string {
  WORD_CHARACTERS.lastIndex = at;
  return WORD_CHARACTERS.exec(text)?.[0] ?? '';
}

function isTail(translated: string, at: number, tail: string): boolean {
  if (tail === '' || translated[at] !== '-') return false;
  return tailAt(translated, at + 1).toLowerCase() === tail.toLowerCase();
}
