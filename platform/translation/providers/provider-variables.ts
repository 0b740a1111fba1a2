import type { Values } from '../../config';

/** Variables that say who translates. */
export const PROVIDER_VARIABLES = [
  'TRANSLATOR_AZURE_ENDPOINT',
  'TRANSLATOR_AZURE_KEY',
  'TRANSLATOR_AZURE_REGION',
  'TRANSLATOR_AZURE_PENCE_PER_MILLION',
  'TRANSLATOR_LIBRETRANSLATE_URL',
  'TRANSLATOR_LIBRETRANSLATE_KEY',
  'TRANSLATOR_LIBRETRANSLATE_ON_PREMISES',
  'TRANSLATOR_TIMEOUT_MS',
] as const;

/** Their values. */
export type ProviderConfig = Values<(typeof PROVIDER_VARIABLES)[number]>;
