import { Injectable } from '@nestjs/common';
import type { OperationState } from '../../../domain/operation/state';
import type { Reader } from '../../../platform/access/reading';
import { placing, seesOne } from '../../../platform/access/seen';
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
  /**
   * The operation, in one round trip.
   *
   * @throws Problem `not-found`
   */
  async one(reader: Reader, reference: string): Promise<OperationRow> {
    const found = await currentOperation(reader, reference);
    if (!found) throw noOperation(reference);
    const { state, openedAt, updatedAt } = found;
    return { state, openedAt: openedAt.toISOString(), updatedAt: updatedAt.toISOString() };
  }

  /** @throws Problem `not-found` */
  async requireOne(reader: Reader, reference: string): Promise<void> {
    const values: unknown[] = [];
    const { rowCount } = await reader.query(`SELECT WHERE ${seesOne(reader, placing(values), reference)}`, values);
    if (rowCount === 0) throw noOperation(reference);
  }
}
