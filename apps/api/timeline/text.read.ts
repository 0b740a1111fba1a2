import { Injectable } from '@nestjs/common';
import { PrismaClient } from '../../../prisma/generated/client';
import { reveal, textIds, type Revealed } from './reveal';

/** Reads texts back from their erasable records. */
@Injectable()
export class TextRead {
  constructor(private readonly prisma: PrismaClient) {}

  /** The value with all its texts, in one round trip, or none where it has no texts. */
  async into<T>(operation: string, value: T): Promise<Revealed<T>> {
    const ids = textIds(value);
    const stored =
      ids.length === 0
        ? []
        : await this.prisma.textRecord.findMany({
            where: { operation, id: { in: [...ids] } },
            select: { id: true, salt: true, text: true },
          });
    return reveal(value, new Map(stored.map((record) => [record.id, record])));
  }
}
