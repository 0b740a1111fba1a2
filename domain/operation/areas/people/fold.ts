import type { Applies } from '../areas';
import { changed } from '../entities';
import { NOTHING_PENDING, SUSPECTED, type Suspect } from '../proceedings/state';
import type { PeopleEvents } from './events';

export const people: Applies<PeopleEvents> = {
  teamAssigned: ({ team }, { person, role }) => ({ team: [...team, { person, role }] }),
  subjectAdded: ({ subjects }, { subject, roles, name }) => ({
    subjects: [
      ...subjects,
      {
        id: subject,
        roles,
        name,
        suspect: roles.includes('suspect') ? SUSPECTED : null,
        safeguardingPlan: null,
        aliases: [],
        identifiers: [],
        origin: null,
      },
    ],
  }),
  safeguardingPlanRecorded: ({ subjects }, { subject, plan }) => ({
    subjects: changed(subjects, subject, { safeguardingPlan: plan }),
  }),
  teamMemberReleased: ({ team }, { person, role }) => ({
    team: team.filter((one) => one.person !== person || one.role !== role),
  }),
  aliasAdded: ({ subjects }, { subject, alias }) => ({
    subjects: subjects.map((one) => (one.id === subject ? { ...one, aliases: [...one.aliases, alias] } : one)),
  }),
  identifierAdded: ({ subjects }, { subject, kind, value }) => ({
    subjects: subjects.map((one) =>
      one.id === subject ? { ...one, identifiers: [...one.identifiers, { kind, value }] } : one,
    ),
  }),
  subjectRolesChanged: ({ subjects }, { subject, roles }) => ({
    subjects: subjects.map((one) =>
      one.id === subject
        ? { ...one, roles, suspect: roles.includes('suspect') ? (one.suspect ?? SUSPECTED) : settled(one.suspect) }
        : one,
    ),
  }),
  subjectReclassified: ({ subjects }, { subject }) => ({
    subjects: subjects.map((one) =>
      one.id === subject
        ? {
            ...one,
            roles: ['potential-victim'],
            suspect: one.suspect && { ...one.suspect, ...NOTHING_PENDING, status: 'reclassified' },
          }
        : one,
    ),
  }),
  entityAdded: ({ entities }, { entity, kind, label }) => ({ entities: [...entities, { id: entity, kind, label }] }),
  entitiesLinked: ({ entityLinks }, { link, from, to, kind, grade }) => ({
    entityLinks: [...entityLinks, { id: link, from, to, kind, grade, removed: false }],
  }),
  entityLinkRemoved: ({ entityLinks }, { link }) => ({ entityLinks: changed(entityLinks, link, { removed: true }) }),
};

/** Who is no suspect any more has nothing to answer; that they were reclassified stays. */
const settled = (suspect: Suspect | null) => (suspect?.status === 'reclassified' ? suspect : null);
