import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import { marksOf, type MarkKind } from '../../../domain/deconfliction/marks';
import type { EntityKind } from '../../../domain/translation/texts/entities';
import { Readings } from '../access/readings';
import { OperationRead } from '../operations/operation.read';
import type { EntitiesQuery, EntityList, Offer } from './findings.schema';
import { holders } from './holders';
import { TranslationsRead } from './translations.read';

const COUNTED = `
  SELECT kind, value, written, messages, first_row AS "firstRow", rfc3339(first) AS first, rfc3339(last) AS last
  FROM translation_entity_seen WHERE id = $1 AND ($2::text IS NULL OR kind = $2) ORDER BY messages DESC, kind, value LIMIT $3`;

/** What tells a person or a thing, and what it is called where it is added to a subject. */
const IDENTIFIERS: Partial<Readonly<Record<EntityKind, MarkKind>>> = {
  phone: 'phone',
  email: 'email',
  plate: 'vehicle-mark',
  document: 'document',
  'bank-account': 'bank-account',
};
const POLE: Partial<Readonly<Record<EntityKind, 'location' | 'event'>>> = { place: 'location', flight: 'event' };

type Counted = Omit<EntityList['items'][number], 'heldBy' | 'offer'>;

/** Reads what is named in the messages of an extract, to be added to its operation. */
@Injectable()
export class EntitiesRead {
  constructor(
    private readonly readings: Readings,
    private readonly operations: OperationRead,
    private readonly translations: TranslationsRead,
  ) {}

  /** @throws Problem `not-found`, `blocked` before it is translated */
  all(reference: string, id: string, { kind, limit }: EntitiesQuery, actor: Actor): Promise<EntityList> {
    return this.readings.as(actor, async (reader) => {
      await this.translations.requireTranslated(reader, reference, id);
      const { state } = await this.operations.one(reader, reference);
      const held = await holders(reader, state);
      const { rows } = await reader.query<Counted>(COUNTED, [`${reference}.${id}`, kind ?? null, limit + 1]);
      const items = rows.slice(0, limit).map((row) => {
        const heldBy = holderOf(row, held);
        return { ...row, heldBy, offer: heldBy === null ? offerOf(row) : null };
      });
      return { items, more: rows.length > limit };
    });
  }
}

function holderOf({ kind, value }: Counted, held: ReadonlyMap<string, string>): string | null {
  const as = IDENTIFIERS[kind] ?? (kind === 'place' ? 'address' : undefined);
  const marks = as === undefined ? [] : marksOf(as, value);
  return marks.map((mark) => held.get(mark)).find((holder) => holder !== undefined) ?? null;
}

function offerOf({ kind, value }: Counted): Offer {
  const identifier = IDENTIFIERS[kind];
  if (identifier !== undefined) return { command: 'addIdentifier', body: { kind: identifier, value } };
  const pole = POLE[kind];
  return pole === undefined ? null : { command: 'addEntity', body: { kind: pole, label: value } };
}
