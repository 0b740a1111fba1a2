import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import type { OperationState } from '../../../domain/operation/state';
import type { PairCount, Tie } from '../../../domain/translation/network/contact-network';
import { firstContacts, type DayCount, type FirstContact } from '../../../domain/translation/network/first-contact';
import { NETWORK_CAVEAT, networkSummary } from '../../../domain/translation/network/network-summary';
import { networkCsv, type NetworkCsv } from '../../../platform/translation/network/network-csv';
import { namedNetwork, type NamedNetwork } from '../../../platform/translation/network/network-thread';
import type { Party } from '../../../platform/translation/network/people';
import { Readings } from '../access/readings';
import { OperationRead } from '../operations/operation.read';
import type { ContactNetworkAnswer, NetworkQuery, Offer } from './findings.schema';
import { holders } from './holders';
import { TranslationsRead } from './translations.read';

/** Parties and ties of one answer; the tables have all of them. */
const PEOPLE = 100;
const TIES = 200;
/** Pairs of names beyond which the least frequent are left out: no phone has so many. [P] */
const MOST_PAIRS = 20_000;
/** Of a summary, as `completeProduct` takes one, and lines of each kind in it at most. */
const LONGEST_SUMMARY = 4_000;
const LINES = 6;

const PAIRS = `
  SELECT sender, recipient, messages, rfc3339(first) AS first, rfc3339(last) AS last, by_month AS "byMonth", by_hour AS hours
  FROM translation_contact_seen WHERE id = $1 ORDER BY messages DESC, sender, recipient LIMIT ${MOST_PAIRS}`;

const DAYS = `
  SELECT sender, recipient, to_char(sent_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*)::integer AS messages,
    rfc3339(min(sent_at)) AS first, rfc3339(max(sent_at)) AS last
  FROM translation_sending_seen WHERE id = $1 AND sent_at IS NOT NULL AND sender = ANY ($2) AND recipient = ANY ($2) GROUP BY 1, 2, 3`;

type PairRow = Omit<PairCount, 'byHour'> & { readonly hours: Readonly<Record<string, number>> };

/** What the operation holds. */
interface Holding {
  readonly state: OperationState;
  /** Subjects and entities of the operation, by their marks. */
  readonly held: ReadonlyMap<string, string>;
}

/** Reads who wrote to whom in an extract. */
@Injectable()
export class NetworkRead {
  constructor(
    private readonly readings: Readings,
    private readonly operations: OperationRead,
    private readonly translations: TranslationsRead,
  ) {}

  /** @throws Problem `not-found`, `blocked` before it is translated */
  async one(reference: string, id: string, query: NetworkQuery, actor: Actor): Promise<ContactNetworkAnswer> {
    const named = await this.named(reference, id, actor);
    const { network, parties, central } = named;
    const holding = await this.holding(reference, actor);
    const byId = new Map(parties.map((party) => [party.id, party]));
    const labelOf = (party: string) => byId.get(party)?.label ?? party;
    const contacts = await this.firstContacts(`${reference}.${id}`, query, byId, actor);
    const source = `translation ${reference}.${id}`;
    return {
      note: NETWORK_CAVEAT,
      messages: network.messages,
      toThemselves: network.toThemselves,
      unattributed: network.unattributed,
      parties: network.people.length,
      pairs: network.ties.length,
      people: network.people.slice(0, PEOPLE).map((person) => ({
        ...person,
        ...namesOf(byId.get(person.id)),
        label: labelOf(person.id),
        subject: holding.held.get(person.id) ?? null,
        offer: holding.held.has(person.id)
          ? null
          : { command: 'addSubject' as const, body: { name: labelOf(person.id) } },
      })),
      ties: network.ties.slice(0, TIES).map((tie) => ({
        ...tie,
        between: [...tie.between],
        sent: [...tie.sent],
        byHour: [...tie.byHour],
        offer: linkOf(tie, holding, source),
      })),
      central: [...central],
      firstContacts: contacts.map((contact) => ({ ...contact, silences: [...contact.silences] })),
      summary: summaryOf(named, contacts, labelOf, source),
    };
  }

  /** @throws Problem `not-found`, `blocked` before it is translated */
  async tables(reference: string, id: string, actor: Actor): Promise<NetworkCsv> {
    const { network, parties, central } = await this.named(reference, id, actor);
    const labels = new Map(parties.map((party) => [party.id, party.label]));
    return networkCsv(network, central, (party) => labels.get(party) ?? party);
  }

  private async named(reference: string, id: string, actor: Actor): Promise<NamedNetwork> {
    const of = `${reference}.${id}`;
    const { owner, pairs } = await this.readings.as(actor, async (reader) => {
      await this.translations.requireTranslated(reader, reference, id);
      const { rows: owners } = await reader.query<{ owner: string | null }>(
        `SELECT mapping ->> 'owner' AS owner FROM translation WHERE id = $1`,
        [of],
      );
      const { rows } = await reader.query<PairRow>(PAIRS, [of]);
      return { owner: owners[0]?.owner ?? null, pairs: rows };
    });
    const byHour = ({ hours }: PairRow) => Array.from({ length: 24 }, (_, hour) => hours[hour] ?? 0);
    return namedNetwork({ pairs: pairs.map((pair) => ({ ...pair, byHour: byHour(pair) })), owner });
  }

  private holding(reference: string, actor: Actor): Promise<Holding> {
    return this.readings.as(actor, async (reader) => {
      const { state } = await this.operations.one(reader, reference);
      return { state, held: await holders(reader, state) };
    });
  }

  private async firstContacts(
    id: string,
    { suspect, potentialVictim }: NetworkQuery,
    parties: ReadonlyMap<string, Party>,
    actor: Actor,
  ): Promise<readonly FirstContact[]> {
    const asked = [...suspect, ...potentialVictim].flatMap((party) => parties.get(party) ?? []);
    const idOf = new Map(asked.flatMap((party) => party.written.map((written) => [written, party.id] as const)));
    const { rows } = await this.readings.as(actor, (reader) => reader.query<DayCount>(DAYS, [id, [...idOf.keys()]]));
    const named = (written: string) => idOf.get(written) ?? written;
    const days = rows.map((day) => ({ ...day, sender: named(day.sender), recipient: named(day.recipient) }));
    return firstContacts(suspect, potentialVictim, days);
  }
}

const namesOf = (party: Party | undefined) => ({
  names: [...(party?.names ?? [])],
  numbers: [...(party?.numbers ?? [])],
  written: [...(party?.written ?? [])],
});

/** Where both are subjects of the operation, and no link between them is. */
function linkOf(
  { between: [one, other], messages, first, last }: Tie,
  { state, held }: Holding,
  source: string,
): Offer {
  const [from, to] = [held.get(one), held.get(other)];
  if (from === undefined || to === undefined || from === to) return null;
  const isLinked = state.entityLinks.some(
    (link) => !link.removed && [link.from, link.to].sort().join() === [from, to].sort().join(),
  );
  if (isLinked) return null;
  const when = first === null || last === null ? '' : `, from ${first.slice(0, 10)} to ${last.slice(0, 10)}`;
  const count = `${messages.toLocaleString('en-GB')} ${messages === 1 ? 'message' : 'messages'}`;
  return {
    command: 'linkEntities',
    body: { from, to, source: `${count} between their handsets in ${source}${when}.` },
  };
}

/** As many lines as there is room for. */
function summaryOf(
  { network, central }: NamedNetwork,
  contacts: readonly FirstContact[],
  labelOf: (id: string) => string,
  source: string,
): string {
  const of = (lines: number) =>
    networkSummary({
      network,
      central: central.slice(0, lines).map(({ explained }) => explained),
      firstContacts: contacts.slice(0, lines),
      source,
      labelOf,
      ties: lines,
    });
  for (let lines = LINES; lines > 0; lines -= 1) {
    const summary = of(lines);
    if (summary.length <= LONGEST_SUMMARY) return summary;
  }
  return of(0).slice(0, LONGEST_SUMMARY);
}
