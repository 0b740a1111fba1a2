import { KeptThread } from '../../threads/kept-thread';

export interface GlossQuestion {
  readonly language: string;
  /** Of the dictionary, without its endings. */
  readonly file: string;
  readonly texts: readonly string[];
}

/** The texts, or nothing where the dictionary cannot be read. */
export type GlossAnswer = readonly string[] | null;

/** All dictionaries take 60 MB. */
const LIMITS = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 112 };
/** How long dictionaries that are not asked are kept. [P] */
const IDLE_MS = 60_000;

/** The thread that has the dictionaries: a request takes a fifth of a second. */
export const glossThread = () =>
  new KeptThread<GlossQuestion, GlossAnswer>('platform/translation/providers/gloss-thread.main.js', {
    limits: LIMITS,
    idleMs: IDLE_MS,
  });
