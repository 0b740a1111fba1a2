/** Who can put texts into English, as they are called in commands and records. */
export const PROVIDER_IDS = ['azure', 'libretranslate', 'apertium', 'gloss'] as const;
export type ProviderId = (typeof PROVIDER_IDS)[number];
