import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { answerQuestions } from '../../threads/kept-thread';
import { writeProductPdf } from './pdf';
import { PDF_MESSAGES, type PdfTask } from './pdf-thread';

answerQuestions<PdfTask, Uint8Array>(async ({ header, rows }) => {
  const file = new PassThrough();
  const [bytes] = await Promise.all([buffer(file), writeProductPdf(header, [rows], file, PDF_MESSAGES)]);
  return bytes;
});
