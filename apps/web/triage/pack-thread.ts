import { KeptThread } from '../../../platform/threads/kept-thread';
import type { Pack } from './pack';

const thread = new KeptThread<Pack, Uint8Array>('apps/web/triage/pack-thread.main.js', {
  limits: { maxOldGenerationSizeMb: 256 },
  idleMs: 10_000,
});

/** Makes the PDF in a thread of its own, one at a time, so that nobody's page waits for it. */
export const packPdf = (pack: Pack): Promise<Uint8Array> => thread.ask(pack);
