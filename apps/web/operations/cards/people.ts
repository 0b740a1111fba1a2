import type { OperationView } from '../../../api/operations/operation.schema';
import { codeText } from '../../words/codes';
import { personText } from '../../words/people';
import { row, words, type Card, type Group, type Tag, type Value } from './card';
import { duesOf } from './dues';
import { gradeText } from './grades';
import type { Known } from './known';
import { STRAND_EVENTS, strandOf } from './strand';

type Subject = OperationView['subjects'][number];
type Link = OperationView['entityLinks'][number];

export const also = [...STRAND_EVENTS, 'victimRecordOpened'] as const;

/** People of an operation, what else it knows, how these are linked, and who works on it. */
export function people(known: Known): readonly Group[] {
  const { operation, at } = known;
  return [
    {
      title: 'Subjects',
      cards: operation.subjects.map((subject) => subjectCard(known, subject)),
      empty:
        'Nobody is named yet. Begin with whoever the grounds are about: name them by what is known, and say why they are a subject.',
      links: [{ text: 'See how they are linked', href: `${at}/links` }],
    },
    {
      title: 'Objects, locations and events',
      cards: operation.entities.map(({ id, kind }) =>
        known.card(id, {
          tags: [{ text: codeText(kind) }],
          rows: row('Links', linksOf(known, id)),
          links: [{ text: 'On the link chart', href: `${at}/links?around=${id}` }],
        }),
      ),
      empty:
        'None is recorded yet. Add the places, vehicles, payments and journeys that matter, then link people to them.',
    },
    { title: 'Links', table: linkTable(known), empty: 'Nothing is linked yet.' },
    {
      title: 'Team',
      table: teamTable(known),
      empty: 'Nobody is assigned yet.',
      covers: operation.team.map(({ person }) => person),
    },
  ];
}

function subjectCard(known: Known, subject: Subject): Card {
  const { id, aliases, identifiers, origin, safeguardingPlan } = subject;
  const added = known.of('subjectAdded').find(({ payload }) => payload.subject === id);
  const isVictim = known.operation.victims.some((victim) => victim.id === id);
  return known.card(id, {
    tags: tagsOf(subject),
    dues: duesOf(known, subject),
    rows: [
      ...row('Why a subject', words(added?.payload.grounds)),
      ...row('Also called', ...aliases.map(words)),
      ...row('Known by', ...identifiers.map(({ kind, value }) => beside(codeText(kind), words(value)))),
      ...row('Links', linksOf(known, id)),
      ...row('Safeguarding plan', words(safeguardingPlan)),
      ...row('Came from', origin && { text: origin.operation, href: `/operations/${origin.operation}` }),
    ],
    steps: strandOf(known, id),
    stepsTitle: 'From arrest to sentence',
    links: [
      { text: 'On the link chart', href: `${known.at}/links?around=${id}` },
      ...(subject.suspect && subject.suspect.status !== 'suspected'
        ? [{ text: 'Proceedings', href: `${known.at}/proceedings#${id}` }]
        : []),
      ...(isVictim ? [{ text: 'Safeguarding', href: `${known.at}/safeguarding#${id}` }] : []),
    ],
  });
}

/** What somebody is in the operation, and where they stand. */
export function tagsOf({ roles, suspect }: Subject): readonly Tag[] {
  return [
    ...roles.map((role) => ({ text: codeText(role), colour: role === 'potential-victim' ? 'govuk-tag--purple' : '' })),
    ...(suspect && suspect.status !== 'suspected'
      ? [{ text: codeText(suspect.status), colour: 'govuk-tag--grey' }]
      : []),
    ...(suspect?.youth ? [{ text: 'Under 18', colour: 'govuk-tag--orange' }] : []),
  ];
}

const beside = (said: string, values: readonly Value[]) =>
  values.map((value) => ({ ...value, beside: said.toLowerCase() }));

/** What a subject or entity is linked with: “pays Flight to Luton (E2), 1BP”. */
function linksOf(known: Known, id: string): readonly Value[] {
  return known.operation.entityLinks
    .filter(({ from, to, removed }) => !removed && (from === id || to === id))
    .map((link) => {
      const kind = codeText(link.kind).toLowerCase();
      const text = link.from === id ? `${kind} ${known.named(link.to)}` : `${known.named(link.from)} ${kind} this`;
      return { text, beside: gradeText(link.grade) };
    });
}

function linkTable(known: Known) {
  const sources = new Map(known.of('entitiesLinked').map(({ payload }) => [payload.link, payload.source]));
  const rows = known.operation.entityLinks
    .filter(({ removed }) => !removed)
    .map(({ id, from, to, kind, grade }: Link) => ({
      id,
      cells: [
        { text: known.named(from) },
        { text: codeText(kind).toLowerCase() },
        { text: known.named(to) },
        { text: gradeText(grade) },
        words(sources.get(id))[0] ?? { text: '' },
      ],
      actions: known.actionsOn(id),
    }));
  return {
    caption: 'Links between people, objects, locations and events',
    head: ['From', 'Link', 'To', 'Grade', 'What it rests on'],
    rows,
  };
}

function teamTable({ operation }: Known) {
  const rows = operation.team.map(({ person, role }) => ({
    id: `${person}-${role}`,
    cells: [{ text: personText(person), href: `/people/${person}` }, { text: codeText(role) }],
    actions: [],
  }));
  return { caption: 'Who works on the operation', head: ['Person', 'Part'], rows };
}
