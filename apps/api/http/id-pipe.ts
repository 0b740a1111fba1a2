import type { PipeTransform } from '@nestjs/common';
import { Problem } from './problems';

/** An id in an address: what cannot be one names nothing. */
export function idPipe(pattern: RegExp, missing: () => Problem): PipeTransform<string, string> {
  return {
    transform(id: string): string {
      if (!pattern.test(id)) throw missing();
      return id;
    },
  };
}
