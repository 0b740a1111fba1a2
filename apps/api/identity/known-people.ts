import { Inject, Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Actor } from '../../../domain/access/actor';
import { LOGGER } from '../tokens';

const MOST = 10_000;

/** Keeps who has signed in, so that those of a force who have a role can be told of what concerns them. */
@Injectable()
export class KnownPeople {
  private readonly noted = new Map<string, string>();

  constructor(
    private readonly pool: Pool,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Notes somebody whom this process does not know so yet; nobody waits for it, and the next request tries again. */
  note({ id, roles, force }: Actor): void {
    const described = `${force} ${roles.join(' ')}`;
    if (this.noted.get(id) === described) return;
    if (this.noted.size >= MOST) this.noted.clear();
    this.noted.set(id, described);
    this.pool.query('SELECT note_person($1, $2, $3)', [id, roles, force]).catch((error: Error) => {
      this.noted.delete(id);
      this.logger.warn({ reason: error.message }, 'a person could not be noted');
    });
  }
}
