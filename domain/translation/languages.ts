/** Languages that the unit meets most in phones (newsletter, operations Derail, Mosaic, Volvox), by ISO 639-1; others are told by their code alone. */
export const COMMON_LANGUAGES = ['hu', 'ro', 'bg', 'sq', 'pl', 'vi', 'en', 'sk'] as const;

/** Of a text that holds letters, but not enough to say of which language it is. */
export const UNKNOWN_LANGUAGE = 'und';
/** Of a text that holds nothing to translate: only digits, signs, pictures, addresses (ISO 639-2 “no linguistic content”). */
export const NO_LANGUAGE = 'zxx';

/** Which language a text is in. It is never guessed: what is not sure is {@link UNKNOWN_LANGUAGE}. */
export interface Detected {
  /** ISO 639-1 where there is one, {@link UNKNOWN_LANGUAGE} or {@link NO_LANGUAGE}. */
  readonly language: string;
  /** From 0 to 1; how far the next likely language is behind. */
  readonly confidence: number;
  /** It is written in Latin letters without the signs of its language, or in Latin letters for another alphabet. */
  readonly isTransliterated: boolean;
  /** Other languages that parts of it are surely in. */
  readonly mixedWith: readonly string[];
}
