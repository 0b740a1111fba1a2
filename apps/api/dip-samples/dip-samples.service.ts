import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import type { Blocker } from '../../../domain/operation/decide';
import { drawSample } from '../../../domain/oversight/dip-sample';
import type { HeldText } from '../../../domain/text/text';
import { fingerprintOf } from '../../../platform/commands/envelope';
import { Readings } from '../access/readings';
import type { ApiConfig } from '../config';
import { versionConflict } from '../http/etag';
import { Problem, refusal } from '../http/problems';
import { CONFIG } from '../tokens';
import type { DipView, DrawRequest, ReviewRequest } from './dip-sample.schema';
import { DipSamplesRead, placeBy } from './dip-samples.read';

/** Draws dip samples, and has them reviewed and signed off. The database holds what may become of one. */
@Injectable()
export class DipSamples {
  constructor(
    @Inject(CONFIG) private readonly config: ApiConfig,
    private readonly readings: Readings,
    private readonly samples: DipSamplesRead,
  ) {}

  /**
   * Draws a sample. The same person with the same key gets the same one.
   *
   * @throws Problem `blocked` where there is nothing to draw from; `idempotency-mismatch`
   */
  async draw(
    asked: DrawRequest,
    actor: Actor,
    key: string,
  ): Promise<{ readonly sample: DipView; readonly replayed: boolean }> {
    const id = createHash('sha256').update(`${actor.id}\ndip\n${key}`).digest('hex');
    const fingerprint = fingerprintOf(asked, this.config.FINGERPRINT_KEY);
    const replayed = await this.isThere(id, fingerprint, actor);
    if (!replayed) {
      const population = await this.samples.population(actor, asked);
      if (population.length === 0) throw refusal([NOTHING_TO_DRAW]);
      // Made once it is known what is drawn from, so that nobody can fit one to the other.
      const seed = randomBytes(32).toString('hex');
      const drawn = drawSample(population, asked.count, placeBy(seed));
      await this.readings.records(
        actor,
        (records) => records.$executeRaw`
          SELECT draw_dip_sample(${id}, ${fingerprint}, ${actor.force}, ${JSON.stringify(asked)}::jsonb, ${seed},
                                 ${population}::text[], ${drawn}::text[])`,
      );
      await this.isThere(id, fingerprint, actor);
    }
    return { sample: await this.samples.one(id, actor), replayed };
  }

  /**
   * Records what somebody has found of an operation. The same person with the same key records it once.
   *
   * @throws Problem `not-found`, `blocked` once the sample is signed off, `version-conflict`, `idempotency-mismatch`
   */
  async review(
    id: string,
    { operation, outcome, note }: ReviewRequest,
    { actor, key, seen }: { readonly actor: Actor; readonly key: string; readonly seen: number | null },
  ): Promise<DipView> {
    const sample = await this.samples.one(id, actor);
    const item = sample.items.find(({ reference }) => reference === operation);
    if (!item) throw new Problem('not-found', `The sample has no operation ${operation} that you see.`);
    const request = createHash('sha256').update(`${actor.id}\n${key}`).digest('hex');
    const fingerprint = fingerprintOf({ operation, outcome, note }, this.config.FINGERPRINT_KEY);
    if (await this.isReviewed(id, { request, fingerprint, actor })) return sample;
    const became = await this.readings.records(actor, async (records) => {
      const [row] = await records.$queryRaw<{ became: string }[]>`
        SELECT review_dip_item(${id}, ${operation}, ${seen ?? item.version}::integer, ${outcome}, ${JSON.stringify(recordOf(note))}::jsonb,
                               ${request}, ${fingerprint}) AS became`;
      return row?.became;
    });
    if (became === 'signed-off') throw refusal([SIGNED_OFF]);
    const now = await this.samples.one(id, actor);
    const version = now.items.find(({ reference }) => reference === operation)?.version ?? 0;
    if (became === 'changed') throw versionConflict('review', seen, version);
    return now;
  }

  /**
   * Signs a sample off, for ever; it can be repeated.
   *
   * @throws Problem `not-found`, `blocked` while an operation waits for a review
   */
  async signOff(id: string, actor: Actor): Promise<DipView> {
    await this.samples.one(id, actor);
    const became = await this.readings.records(actor, async (records) => {
      const [row] = await records.$queryRaw<{ became: string }[]>`SELECT sign_off_dip_sample(${id}) AS became`;
      return row?.became;
    });
    if (became === 'unreviewed') throw refusal([unreviewed(await this.samples.waiting(id, actor))]);
    return this.samples.one(id, actor);
  }

  /** @throws Problem `idempotency-mismatch` */
  private async isThere(id: string, fingerprint: string, actor: Actor): Promise<boolean> {
    const { rows } = await this.readings.as(actor, (reader) =>
      reader.query<{ fingerprint: string }>('SELECT fingerprint FROM dip_sample WHERE id = $1', [id]),
    );
    if (rows[0] && rows[0].fingerprint !== fingerprint) throw new Problem('idempotency-mismatch');
    return rows.length > 0;
  }

  /** @throws Problem `idempotency-mismatch` */
  private async isReviewed(
    sample: string,
    { request, fingerprint, actor }: { readonly request: string; readonly fingerprint: string; readonly actor: Actor },
  ): Promise<boolean> {
    const { rows } = await this.readings.as(actor, (reader) =>
      reader.query<{ fingerprint: string }>('SELECT fingerprint FROM dip_review WHERE sample = $1 AND request = $2', [
        sample,
        request,
      ]),
    );
    if (rows[0] && rows[0].fingerprint !== fingerprint) throw new Problem('idempotency-mismatch');
    return rows.length > 0;
  }
}

const NOTHING_TO_DRAW: Blocker = {
  kind: 'act',
  code: 'dip-nothing-to-draw',
  sentence: 'Your force leads no operation like this that you see: draw from more stages, threat areas or days.',
};
const SIGNED_OFF: Blocker = {
  kind: 'act',
  code: 'dip-signed-off',
  sentence: 'This sample is signed off and stays as it is: draw another one to look again.',
};
const unreviewed = (missing: readonly string[]): Blocker => ({
  kind: 'gate',
  code: 'dip-unreviewed',
  sentence: 'Every operation of the sample has to be reviewed before it is signed off.',
  missing: [...missing],
});

/** A text with what its erasable record holds, and the digest that is kept beside the review. */
function recordOf({ value: text }: HeldText) {
  const salt = randomBytes(16).toString('hex');
  return { id: randomUUID(), salt, text, digest: createHash('sha256').update(`${salt}\n${text}`).digest('hex') };
}
