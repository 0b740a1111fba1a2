import type { Response } from 'express';
import { etagOf } from '../http/etag';
import type { CommandAnswer } from './command.schema';
import type { Outcome } from './commands.service';

/** The answer of a command, with its headers. */
export function answered({ answer, replayed }: Outcome, response: Response): CommandAnswer {
  response.setHeader('ETag', etagOf(answer.sequence));
  if (replayed) response.setHeader('Idempotency-Replayed', 'true');
  return answer;
}
