import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';

/** Content that is not what its digest says. */
export class Damaged extends Error {
  constructor(sha256: string) {
    super(`What the file store holds as ${sha256} is something else`);
  }
}

/** Passes content on, its end only once the whole of it is known to match its digest; otherwise fails with {@link Damaged}. */
export function intact(sha256: string): Transform {
  const hash = createHash('sha256');
  let held: Buffer | undefined;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      const passed = held;
      held = chunk;
      done(null, passed);
    },
    flush(done) {
      if (hash.digest('hex') === sha256) done(null, held);
      else done(new Damaged(sha256));
    },
  });
}
