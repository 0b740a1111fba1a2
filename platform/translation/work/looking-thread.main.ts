import { parentPort, workerData } from 'node:worker_threads';
import { lookingAt } from './look-at-texts';
import type { LookingAt, WrittenText } from './looked';

const look = lookingAt(workerData as LookingAt);

parentPort?.on('message', (texts: readonly WrittenText[]) => {
  const looked = look(texts);
  parentPort?.postMessage(looked, [looked.texts.buffer as ArrayBuffer, looked.units.buffer as ArrayBuffer]);
});
