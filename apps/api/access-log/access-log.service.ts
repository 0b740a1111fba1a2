import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import { isDatabaseAway } from '../../../platform/database/database-away';
import { unavailable } from '../http/problem-of';
import type { Problem } from '../http/problems';
import type { ApiRequest } from '../http/request';
import { accessRow, type Outcome } from './access-row';

/** Attempts by somebody who may not be here, whatever the route reads. */
const SHUT_OUT = [401, 403, 429];
/** Attempts at something personal that were refused; what was malformed got nowhere. */
const REFUSED = [...SHUT_OUT, 404, 409, 410, 422];

/** The one place that writes the access log (DPA 2018 s.62), in one statement a request. */
@Injectable()
export class AccessLog {
  constructor(private readonly pool: Pool) {}

  /**
   * Logs an answer that is about to leave.
   *
   * @throws Problem `unavailable`: then nothing of it may leave
   */
  answered(request: ApiRequest, status: number, answer: unknown): Promise<void> {
    return this.write(request, { outcome: 'answered', status, answer });
  }

  /**
   * Logs an attempt that is about to be refused, or that has failed, where that belongs in the log.
   *
   * @throws as {@link answered}
   */
  async refused(request: ApiRequest, problem: Problem): Promise<void> {
    const { access } = request;
    if (!access || access.settled) return;
    const { status } = problem;
    if ((access.isPersonal ? REFUSED : SHUT_OUT).includes(status))
      await this.write(request, { outcome: 'refused', status });
    // Nothing of what has failed leaves, logged or not; and without its database nothing can be logged.
    else if (status >= 500 && access.ofAnswers && !isDatabaseAway(problem.cause))
      await this.write(request, { outcome: 'failed', status }).catch(() => undefined);
  }

  private async write(request: ApiRequest, outcome: Outcome): Promise<void> {
    const { access } = request;
    if (!access) throw new Error('A route declares what the access log says of it');
    access.settled = true;
    try {
      await this.pool.query({
        name: 'log_access',
        text: 'SELECT log_access($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)',
        values: accessRow(request, access, outcome),
      });
    } catch (cause) {
      throw unavailable('The access log cannot be written just now, and nothing is answered without it.', { cause });
    }
  }
}
