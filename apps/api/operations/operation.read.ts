import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { OperationState } from '../../../domain/operation/state';
import { currentOperation } from '../../../platform/timeline/current';
import { noOperation } from '../http/reference';

export interface OperationRow {
  readonly state: OperationState;
  readonly openedAt: string;
  readonly updatedAt: string;
}

/** Reads an operation's folded state from its row, so that reading needs no workflow. */
@Injectable()
export class OperationRead {
  constructor(private readonly pool: Pool) {}

  /**
   * The operation, in one round trip.
   *
   * @throws Problem `not-found`
   */
  async one(reference: string): Promise<OperationRow> {
    const found = await currentOperation(this.pool, reference);
    if (!found) throw noOperation(reference);
    const { state, openedAt, updatedAt } = found;
    return { state, openedAt: openedAt.toISOString(), updatedAt: updatedAt.toISOString() };
  }

  /** @throws Problem `not-found` */
  async requireOne(reference: string): Promise<void> {
    const { rowCount } = await this.pool.query('SELECT FROM operation WHERE reference = $1', [reference]);
    if (rowCount === 0) throw noOperation(reference);
  }
}
