import { KeptThread } from '../../../platform/threads/kept-thread';
import type { TimelineOnPaper } from './timeline-pdf';

/** Events that a PDF holds at most: more is not read on paper, and is in the other forms. [P] */
export const PDF_EVENTS = 2_000;

/** All pages of a PDF are in memory until the last is made. */
const LIMITS = { maxOldGenerationSizeMb: 512 };

/** How long the thread is kept for another one. [P] */
const IDLE_MS = 1_000;

const thread = new KeptThread<TimelineOnPaper, Uint8Array>('apps/api/export/timeline-pdf-thread.main.js', {
  limits: LIMITS,
  idleMs: IDLE_MS,
});

/** Makes a timeline's PDF in a thread of its own, one at a time, so that nobody else waits for it. */
export const timelinePdf = (timeline: TimelineOnPaper): Promise<Uint8Array> => thread.ask(timeline);
