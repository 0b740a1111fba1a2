import { workerData } from 'node:worker_threads';
import { answerQuestions } from '../../threads/kept-thread';
import { lookingAt } from './look-at-texts';
import type { LookingAt } from './looked';

answerQuestions(lookingAt(workerData as LookingAt));
