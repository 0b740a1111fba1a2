import type { ShownEvent } from '../../api/timeline/timeline.read';
import type { Schema } from '../forms/schema';
import { given } from '../forms/schema';
import { codeText } from '../words/codes';
import { fieldLabel } from '../words/fields';
import { personText } from '../words/people';
import { nameOf, type Names } from './names';
import type { Action } from './read-operation';
import { saidBy, type Said } from './shown-event';

/** The fields by which an event names the thing that it is about, the narrowest first. */
const ABOUT = [
  ...[
    'exhibit',
    'warrant',
    'request',
    'search',
    'decision',
    'authorisation',
    'dissemination',
    'report',
    'message',
    'order',
  ],
  ...[
    'target',
    'task',
    'translation',
    'item',
    'merge',
    'link',
    'entity',
    'file',
    'grant',
    'victim',
    'subject',
    'product',
  ],
  ...['premises', 'date', 'version', 'person', 'score'],
];

export interface Told extends Pick<ShownEvent, 'sequence' | 'type' | 'happenedAt' | 'actor'> {
  readonly said: readonly Said[];
}

/** Something that an operation holds, with all that is recorded of it and all that can be done about it. */
export interface Thing {
  readonly id: string;
  readonly title: string;
  readonly events: readonly Told[];
  readonly actions: readonly { readonly command: string; readonly title: string; readonly field: string }[];
}

/** What is recorded, thing by thing; what is about no thing; and what can be done that is about none yet. */
export function dossier(events: readonly ShownEvent[], actions: readonly Action[], names: Names) {
  const allowed = actions.filter((action) => action.allowed);
  const groups = Map.groupBy(events, (event) => aboutOf(event.payload));
  const things: readonly Thing[] = [...groups].flatMap(([about, all]) => {
    if (about === undefined) return [];
    const [field, id] = about.split(':', 2) as [string, string];
    return [
      {
        id,
        title: titleOf(field, id, names),
        events: all.map((event) => withoutField(told(event, names), field)),
        actions: actionsOn(id, allowed),
      },
    ];
  });
  const offered = new Set(things.flatMap((thing) => thing.actions.map(({ command }) => command)));
  return {
    things,
    others: (groups.get(undefined) ?? []).map((event) => told(event, names)),
    actions: allowed.filter(({ command }) => !offered.has(command)),
    blocked: actions.filter(
      (action) => !action.allowed && action.blockers.every(({ kind }) => kind === 'gate' || kind === 'act'),
    ),
  };
}

export function told({ sequence, type, happenedAt, actor, payload }: ShownEvent, names: Names): Told {
  return { sequence, type, happenedAt, actor, said: saidBy(payload, names) };
}

/** What an event says beside which thing it is about. */
const withoutField = (event: Told, field: string): Told => ({
  ...event,
  said: event.said.filter((one) => one.field !== field),
});

function aboutOf(payload: ShownEvent['payload']): string | undefined {
  const field = ABOUT.find((name) => ['string', 'number'].includes(typeof payload[name]));
  return field === undefined ? undefined : `${kindOf(field)}:${String(payload[field])}`;
}

/** A potential victim is a subject as well. */
const kindOf = (field: string) => (field === 'victim' ? 'subject' : field);

function titleOf(field: string, id: string, names: Names): string {
  if (field === 'person') return personText(id);
  const name = nameOf(names, id, `${field}s`);
  if (name !== undefined) return `${name} (${id})`;
  // What a code names has words of its own.
  return /^[a-z]/.test(id) ? codeText(id) : `${fieldLabel(field)} ${id}`;
}

/** What can be done about a thing: every act whose form offers it. */
export function actionsOn(id: string, allowed: readonly Action[]) {
  return allowed.flatMap(({ command, title, body }) => {
    const field = Object.entries(body?.properties ?? {}).find(([, schema]) => offers(schema, id));
    return field ? [{ command, title, field: field[0] }] : [];
  });
}

function offers(schema: Schema, id: string): boolean {
  const { schema: own } = given(schema);
  return own['x-of'] !== undefined && (own.enum ?? []).map(String).includes(id);
}
