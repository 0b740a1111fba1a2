import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { answerQuestions } from '../../../platform/threads/kept-thread';
import { writeTimelinePdf, type TimelineOnPaper } from './timeline-pdf';

answerQuestions<TimelineOnPaper, Uint8Array>(async (timeline) => {
  const file = new PassThrough();
  const [bytes] = await Promise.all([buffer(file), writeTimelinePdf(timeline, file)]);
  return bytes;
});
