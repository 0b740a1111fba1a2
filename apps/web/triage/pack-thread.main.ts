import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { answerQuestions } from '../../../platform/threads/kept-thread';
import { writePack, type Pack } from './pack';

answerQuestions<Pack, Uint8Array>(async (pack) => {
  const file = new PassThrough();
  const [bytes] = await Promise.all([buffer(file), writePack(pack, file)]);
  return bytes;
});
