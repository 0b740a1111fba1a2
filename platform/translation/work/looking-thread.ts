import { KeptThread } from '../../threads/kept-thread';
import type { Looked, LookingAt, WrittenText } from './looked';

/** It holds 80 MB of words and statistics, and would leave as much again behind before it cleans up. */
const LIMITS = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 112 };

/** A thread that looks at texts: it takes a tenth of a second for some hundred of them. */
export const lookingThread = (at: LookingAt) =>
  new KeptThread<readonly WrittenText[], Looked>('platform/translation/work/looking-thread.main.js', {
    limits: LIMITS,
    given: at,
  });
export type LookingThread = ReturnType<typeof lookingThread>;
