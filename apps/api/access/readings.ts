import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { Actor } from '../../../domain/access/actor';
import { remitOf } from '../../../domain/access/remit';
import { readAs, readingAs, type Isolation, type Reader } from '../../../platform/access/reading';
import { Prisma, PrismaClient } from '../../../prisma/generated/client';

/** The only way the API reads operations: for somebody, who sees what they may see and nothing else. */
@Injectable()
export class Readings {
  constructor(
    private readonly pool: Pool,
    private readonly prisma: PrismaClient,
  ) {}

  /** Reads with a connection of which every query knows who asks. Round trips: one, and those of the reads. */
  as<T>(actor: Actor, read: (reader: Reader) => Promise<T>, isolation?: Isolation): Promise<T> {
    return readingAs(this.pool, remitOf(actor), read, isolation);
  }

  /** The same for Prisma, which may also write what the API's role may write. */
  records<T>(actor: Actor, act: (records: Prisma.TransactionClient) => Promise<T>): Promise<T> {
    return this.prisma.$transaction(async (records) => {
      await records.$queryRaw(Prisma.raw(readAs(remitOf(actor))));
      return act(records);
    });
  }
}
