import { Injectable } from '@nestjs/common';
import type { OperationEvent } from '../../../domain/operation/events';
import { fold } from '../../../domain/operation/fold';
import { FOLD_VERSION, unopened, type OperationState } from '../../../domain/operation/state';
import { PrismaClient } from '../../../prisma/generated/client';
import { noOperation } from '../http/reference';

export interface OperationRow {
  readonly state: OperationState;
  readonly openedAt: string;
  readonly updatedAt: string;
}

/** Reads an operation's folded state from its row, so that reading needs no workflow. */
@Injectable()
export class OperationRead {
  constructor(private readonly prisma: PrismaClient) {}

  /**
   * The operation, in one round trip.
   *
   * @throws Problem `not-found`
   */
  async one(reference: string): Promise<OperationRow> {
    const row = await this.prisma.operation.findUnique({
      where: { reference },
      select: { state: true, foldVersion: true, sequence: true, openedAt: true, updatedAt: true },
    });
    if (!row) throw noOperation(reference);
    const stored = row.state as unknown as OperationState;
    return {
      // A snapshot of another version is folded anew: after a release its rows are rewritten only as operations change.
      state: row.foldVersion === FOLD_VERSION ? stored : await this.folded(reference, row.sequence),
      openedAt: row.openedAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  }

  /** @throws Problem `not-found` */
  async requireOne(reference: string): Promise<void> {
    if ((await this.prisma.operation.count({ where: { reference } })) === 0) throw noOperation(reference);
  }

  private async folded(reference: string, sequence: number): Promise<OperationState> {
    const events = await this.prisma.timelineEvent.findMany({
      where: { operation: reference, sequence: { lte: sequence } },
      orderBy: { sequence: 'asc' },
    });
    return events.reduce(
      (state, row) =>
        fold(state, {
          sequence: row.sequence,
          type: row.eventType,
          version: row.eventVersion,
          happenedAt: row.happenedAt.toISOString(),
          occurredAt: row.occurredAt.toISOString(),
          actor: row.actor,
          payload: row.payloadJson,
        } as unknown as OperationEvent),
      unopened(reference),
    );
  }
}
