import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/access/reading';
import { textsOf } from '../../../platform/timeline/texts';
import { masked } from '../access/mask';
import { reveal, textIds, type Revealed } from './reveal';

/** Reads texts back from their erasable records. */
@Injectable()
export class TextRead {
  /**
   * A value of one operation or of several as somebody may read it: with the texts that are for them, and without naming
   * operations that they do not see. At most two round trips.
   */
  async into<T>(reader: Reader, operations: string | readonly string[], value: T): Promise<Revealed<T>> {
    const own = [operations].flat();
    const shown = await masked(reader, own, value);
    const texts = await textsOf(reader, own, textIds(shown));
    return reveal(shown, new Map(texts.map((text) => [text.id, text])));
  }
}
