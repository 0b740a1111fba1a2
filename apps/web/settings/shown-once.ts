import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SealedKeys } from '../session/sealed-keys';

/** How long a secret waits for the page that shows it. */
const SECONDS = 120;

interface Kept {
  readonly by: string;
  readonly secret: string;
}

/** Keeps a secret, sealed, for the one page that shows it to whoever has asked for it; then it is gone. */
@Injectable()
export class ShownOnce {
  constructor(private readonly keys: SealedKeys) {}

  /** @returns by what name it is taken */
  async keep(secret: string, by: string): Promise<string> {
    const id = randomUUID();
    const kept: Kept = { by, secret };
    await this.keys.put(`secret:${id}`, kept, SECONDS);
    return id;
  }

  async take(id: string, person: string): Promise<string | undefined> {
    const kept = await this.keys.get<Kept>(`secret:${id}`);
    if (kept?.by !== person) return undefined;
    await this.keys.forget(`secret:${id}`);
    return kept.secret;
  }
}
