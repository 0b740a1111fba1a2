import { marksOf, type MarkKind } from '../../../domain/deconfliction/marks';
import type {
  ENTITY_KINDS,
  EXHIBIT_KINDS,
  Grade,
  IDENTIFIER_KINDS,
  SubjectRole,
} from '../../../domain/operation/codes';
import type { ReadText } from '../../api/timeline/event.schema';
import type { ShownEvent } from '../../api/timeline/timeline.read';
import { spoken } from '../operations/names';
import { codeText } from '../words/codes';
import { day } from '../words/times';
import type { Chart, ChartLink, ChartNode } from './chart';
import { EXHIBIT_NODES, IDENTIFIER_NODES, IDENTIFIER_SAYS, drawnAs } from './kinds';
import { joinSame, type Marked } from './join-same';

type Event = Pick<ShownEvent, 'type' | 'sequence' | 'happenedAt'> & { readonly payload: unknown };
/** Text of a payload that was read back. */
type Words = ReadText;

interface Building {
  readonly nodes: Map<string, Marked>;
  readonly links: Map<string, ChartLink>;
  /** Pages of the operation begin here. */
  readonly at: string;
}
type Draws = (building: Building, event: Event) => void;

const LONG = 300;

/** What a link chart is drawn from, event by event. */
const DRAWN: Readonly<Record<string, Draws>> = {
  subjectAdded({ nodes, at }, { payload, happenedAt }) {
    const { subject, name, roles } = payload as { subject: string; name: Words; roles: readonly SubjectRole[] };
    nodes.set(subject, {
      id: subject,
      kind: 'person',
      label: spoken(name, LONG) || subject,
      what: rolesText(roles),
      notes: [],
      since: happenedAt,
      href: `${at}/people#${subject}`,
      marks: [],
    });
  },
  subjectRolesChanged({ nodes }, { payload }) {
    const { subject, roles } = payload as { subject: string; roles: readonly SubjectRole[] };
    change(nodes, subject, () => ({ what: rolesText(roles) }));
  },
  subjectReclassified({ nodes }, { payload }) {
    change(nodes, (payload as { subject: string }).subject, () => ({ what: 'potential victim' }));
  },
  aliasAdded({ nodes }, { payload }) {
    const { subject, alias } = payload as { subject: string; alias: Words };
    change(nodes, subject, ({ notes }) => ({ notes: [...notes, `also called ${spoken(alias, LONG)}`] }));
  },
  identifierAdded({ nodes, links, at }, { payload, sequence, happenedAt }) {
    const { subject, kind, value } = payload as {
      subject: string;
      kind: (typeof IDENTIFIER_KINDS)[number];
      value: Words;
    };
    const node = IDENTIFIER_NODES[kind];
    const label = spoken(value, LONG) || codeText(kind);
    if (node === null) return change(nodes, subject, ({ notes }) => ({ notes: [...notes, `born ${label}`] }));
    const id = `N${sequence}`;
    const what = codeText(kind).toLowerCase();
    const marks = value.text === null || kind === 'other' ? [] : marksOf(kind as MarkKind, value.text);
    nodes.set(id, {
      ...{ id, kind: node, label, what, notes: [], since: happenedAt, href: `${at}/people#${subject}` },
      marks,
    });
    links.set(id, known(`K${sequence}`, [subject, IDENTIFIER_SAYS[kind], id], happenedAt, 'An identifier of theirs'));
  },
  entityAdded({ nodes, at }, { payload, happenedAt }) {
    const { entity, kind, label } = payload as {
      entity: string;
      kind: (typeof ENTITY_KINDS)[number];
      label: Words;
    };
    const text = spoken(label, LONG) || entity;
    nodes.set(entity, {
      id: entity,
      ...drawnAs(kind, label.text ?? ''),
      label: text,
      what: kind,
      notes: [],
      since: happenedAt,
      href: `${at}/people#${entity}`,
    });
  },
  entitiesLinked({ links }, { payload, happenedAt }) {
    const { link, from, to, kind, grade, source } = payload as {
      link: string;
      from: string;
      to: string;
      kind: string;
      grade: Grade;
      source: Words;
    };
    const says = codeText(kind).toLowerCase();
    links.set(link, { ...known(link, [from, says, to], happenedAt, spoken(source, LONG)), grade });
  },
  entityLinkRemoved({ links }, { payload }) {
    links.delete((payload as { link: string }).link);
  },
  enforcementPlanSigned({ nodes, at }, { payload, happenedAt }) {
    for (const { premises, address } of (payload as { premises: readonly { premises: string; address: Words }[] })
      .premises)
      nodes.set(premises, {
        ...{ id: premises, kind: 'place', label: spoken(address, LONG) || premises, what: 'premises of the plan' },
        ...{ notes: [], since: happenedAt, href: `${at}/enforcement#${premises}` },
        marks: address.text === null ? [] : marksOf('address', address.text),
      });
  },
  exhibitSeized({ nodes, links, at }, { payload, happenedAt }) {
    const { exhibit, kind, premises, subject, description } = payload as {
      exhibit: string;
      kind: (typeof EXHIBIT_KINDS)[number];
      premises: string | null;
      subject: string | null;
      description: Words;
    };
    nodes.set(exhibit, {
      ...{ id: exhibit, kind: EXHIBIT_NODES[kind], label: spoken(description, LONG) || exhibit, what: 'exhibit' },
      ...{ notes: [exhibit], since: happenedAt, href: `${at}/enforcement#${exhibit}`, marks: [] },
    });
    const seized = `Seized ${day(happenedAt)}`;
    for (const [owner, says] of [[subject, 'seized from'] as const, [premises, 'found at'] as const])
      if (owner !== null)
        links.set(`${exhibit}-${owner}`, known(`${exhibit}-${owner}`, [exhibit, says, owner], happenedAt, seized));
  },
};

/** The types of the events that a link chart is drawn from. */
export const CHART_EVENTS = Object.keys(DRAWN);

/**
 * The link chart of what an operation holds: its subjects with what identifies them, its entities, premises and exhibits,
 * and the links that people have made and graded.
 */
export function chartOfOperation(reference: string, events: readonly Event[]): Chart {
  const building = {
    nodes: new Map<string, Marked>(),
    links: new Map<string, ChartLink>(),
    at: `/operations/${reference}`,
  };
  for (const event of events) DRAWN[event.type]?.(building, event);
  return joinSame([...building.nodes.values()], [...building.links.values()]);
}

const rolesText = (roles: readonly SubjectRole[]) => roles.map((role) => codeText(role).toLowerCase()).join(', ');

function change(nodes: Building['nodes'], id: string, how: (node: Marked) => Partial<ChartNode>): void {
  const node = nodes.get(id);
  if (node) nodes.set(id, { ...node, ...how(node) });
}

const known = (
  id: string,
  [from, says, to]: readonly [string, string, string],
  at: string,
  source: string,
): ChartLink => ({
  id,
  from,
  to,
  says,
  short: says,
  directed: true,
  grade: null,
  first: at,
  last: at,
  weight: 1,
  source,
});
