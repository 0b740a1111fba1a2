import type { Role } from '../../../../domain/access/actor';
import { mayGive } from '../../../../domain/access/rules';
import type { EventPayloads } from '../../../../domain/operation/events';
import type { ClockList } from '../../../api/clocks/clock.schema';
import type { OperationView } from '../../../api/operations/operation.schema';
import type { Me } from '../../../api/people/me.schema';
import type { Revealed } from '../../../api/timeline/reveal';
import type { ShownEvent } from '../../../api/timeline/timeline.read';
import { actionsOn, type Thing } from '../dossier';
import { nameOf, type Names } from '../names';
import type { Action } from '../read-operation';
import type { Act, Card, Shown } from './card';

type Types = keyof EventPayloads;
/** An event of one type, its texts read back. */
export type Event<T extends Types = Types> = {
  [K in T]: Omit<ShownEvent, 'type' | 'payload'> & { readonly type: K; readonly payload: Revealed<EventPayloads[K]> };
}[T];
export type Clock = ClockList['items'][number];

/** All that a page of an operation is made from. */
export class Known {
  constructor(
    readonly operation: OperationView,
    readonly events: readonly ShownEvent[],
    readonly names: Names,
    private readonly things: readonly Thing[],
    private readonly allowed: readonly Action[],
    readonly clocks: readonly Clock[],
    private readonly me: Pick<Me, 'id' | 'roles' | 'force'>,
  ) {}

  /** Whether its reader has one of these roles. */
  isFor(roles: readonly Role[]): boolean {
    return mayGive(this.me, roles);
  }

  /** Address of the operation. */
  get at(): string {
    return `/operations/${this.operation.reference}`;
  }

  /** Events of some types, in order. */
  of<T extends Types>(...types: readonly T[]): readonly Event<T>[] {
    return this.events.filter(({ type }) => types.includes(type as T)) as unknown as readonly Event<T>[];
  }

  /** What something is called, with its identifier. */
  named(id: string): string {
    const name = this.names[id];
    return name === undefined ? id : `${name} (${id})`;
  }

  /** A task of a product, by what is to be done. */
  taskName(id: string): string {
    const name = nameOf(this.names, id, 'tasks');
    return name === undefined ? id : `“${name}” (${id})`;
  }

  /** Leads to what can be done about something small, where there is anything. */
  actOn(id: string): { readonly href?: string } {
    const [act] = this.actionsOn(id);
    return act ? { href: `${this.at}/do/${act.command}?${act.field}=${id}` } : {};
  }

  actionsOn(id: string): readonly Act[] {
    return actionsOn(id, this.allowed);
  }

  /** The card of something, with all that is recorded of it and all that can be done about it. */
  card(id: string, shown: Shown, about: string = id): Card {
    return {
      id,
      title: this.named(id),
      tags: [],
      rows: [],
      dues: [],
      steps: [],
      links: [],
      ...shown,
      actions: this.actionsOn(about),
      events: this.things.find((thing) => thing.id === about)?.events ?? [],
    };
  }
}
