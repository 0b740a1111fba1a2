import type { TranslatedMessage } from '../../api/translations/translations.schema';
import { ENGLISH_KIND_WORDS } from '../../../domain/translation/product-row';
import { codeText } from '../words/codes';
import { entityText } from '../words/entities';
import { languageText } from '../words/places';
import { providerName } from './mapping-form';

/** A piece of what was written: with what is flagged or named in it, or without. */
export interface Piece {
  readonly text: string;
  /** Why it stands out, in words. */
  readonly says?: string;
  readonly kind?: 'strong' | 'weak' | 'entity';
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly says: string;
  readonly kind: 'strong' | 'weak' | 'entity';
}

/** A message as it is read beside its English. */
export interface ShownMessage extends TranslatedMessage {
  readonly pieces: readonly Piece[];
  readonly languageName: string;
  /** What the English is. */
  readonly englishIs: string;
  readonly flagWords: readonly string[];
  readonly entityWords: readonly string[];
}

/** A message with what stands out in it, in its words and beside them. */
export function shownMessage(message: TranslatedMessage): ShownMessage {
  return {
    ...message,
    pieces: piecesOf(message),
    languageName: languageText(message.language),
    englishIs: englishIs(message),
    flagWords: message.flags.map(
      ({ theme, meaning, start, end, weight }) =>
        `${codeText(theme)}: “${message.original.slice(start, end)}” – ${meaning}${weight === 'weak' ? ' (weak)' : ''}`,
    ),
    entityWords: message.entities.map((entity) => {
      const { kind, written } = entity;
      const text = entityText(entity);
      return `${codeText(kind)}: ${written}${written === text ? '' : ` (${text})`}`;
    }),
  };
}

/** Cuts what was written where something stands out. Of what overlaps, what begins first is marked; flags before entities. */
export function piecesOf({
  original,
  flags,
  entities,
}: Pick<TranslatedMessage, 'original' | 'flags' | 'entities'>): readonly Piece[] {
  const spans: readonly Span[] = [
    ...flags.map(({ start, end, theme, meaning, weight }) => ({
      ...{ start, end, kind: weight },
      says: `${codeText(theme)}: ${meaning}`,
    })),
    ...entities.map(({ start, end, kind }) => ({ start, end, kind: 'entity' as const, says: codeText(kind) })),
  ].sort((one, other) => one.start - other.start);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, says, kind } of spans) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: original.slice(at, start) });
    pieces.push({ text: original.slice(start, end), says, kind });
    at = end;
  }
  if (at < original.length) pieces.push({ text: original.slice(at) });
  return pieces;
}

function englishIs({ kind, provider, correction }: TranslatedMessage): string {
  if (correction !== null) return 'Corrected by a person';
  if (provider === 'person') return 'A person’s own, from an earlier phone of the force';
  const words = ENGLISH_KIND_WORDS[kind];
  const isNamed = provider !== null && kind === 'translation';
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${isNamed ? `, ${providerName(provider)}` : ''}`;
}
