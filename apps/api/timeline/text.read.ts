import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import type { StoredText } from '../../../platform/timeline/texts';
import { PrismaClient } from '../../../prisma/generated/client';
import { reveal, textIds, type Revealed } from './reveal';

/** Reads texts back from their erasable records. */
@Injectable()
export class TextRead {
  constructor(private readonly prisma: PrismaClient) {}

  /** The value with all its texts that a person may read, of one operation or of several, in one round trip or none. */
  async into<T>(operations: string | readonly string[], value: T, reader: Actor): Promise<Revealed<T>> {
    const ids = textIds(value);
    const stored =
      ids.length === 0
        ? []
        : await this.prisma.textRecord.findMany({
            where: { operation: { in: [operations].flat() }, id: { in: [...ids] } },
            select: { id: true, salt: true, text: true, restriction: true },
          });
    return reveal(value, new Map((stored as StoredText[]).map((record) => [record.id, record])), reader);
  }
}
