import type { Clearance, Force, Role } from '../../../domain/access/actor';
import type { Restriction } from '../../../domain/text/text';

/** Someone who can sign in at the development identity provider. Wholly made up; an identifier, never a name. */
export interface Person {
  readonly id: string;
  /** What they are called on the sign-in page. */
  readonly title: string;
  readonly roles: readonly Role[];
  readonly force: Force;
  /** Absent: OFFICIAL. */
  readonly clearance?: Clearance;
  readonly permissions?: readonly Restriction[];
}

/** Everyone there is in development, the demonstration and the tests. */
export const PEOPLE = [
  {
    id: 'tasking-officer-norfolk',
    title: 'Tasking officer, Norfolk',
    roles: ['tasking-officer'],
    force: 'norfolk',
  },
  {
    id: 'tasking-officer-essex',
    title: 'Tasking officer, Essex',
    roles: ['tasking-officer'],
    force: 'essex',
  },
  {
    id: 'senior-investigator-norfolk',
    title: 'Senior investigating officer, Norfolk',
    roles: ['senior-investigating-officer'],
    force: 'norfolk',
  },
  {
    id: 'intelligence-analyst-norfolk',
    title: 'Intelligence analyst, Norfolk; victim and source identity',
    roles: ['intelligence-analyst'],
    force: 'norfolk',
    permissions: ['victim-identity', 'source-identity'],
  },
  {
    id: 'intelligence-analyst-ersou',
    title: 'Intelligence analyst, Eastern Region',
    roles: ['intelligence-analyst'],
    force: 'ersou',
  },
  {
    id: 'intelligence-analyst-west-mercia',
    title: 'Intelligence analyst, West Mercia',
    roles: ['intelligence-analyst'],
    force: 'west-mercia',
  },
  {
    id: 'intelligence-analyst-warwickshire',
    title: 'Intelligence analyst, Warwickshire',
    roles: ['intelligence-analyst'],
    force: 'warwickshire',
  },
  {
    id: 'digital-media-investigator-norfolk',
    title: 'Digital media investigator, Norfolk',
    roles: ['digital-media-investigator'],
    force: 'norfolk',
  },
  {
    id: 'rocu-liaison-officer-ersou',
    title: 'ROCU liaison officer, Eastern Region',
    roles: ['rocu-liaison-officer'],
    force: 'ersou',
  },
  {
    id: 'supervisor-norfolk',
    title: 'Supervisor, Norfolk; SECRET; all restricted texts',
    roles: ['supervisor'],
    force: 'norfolk',
    clearance: 'SECRET',
    permissions: ['victim-identity', 'source-identity', 'source-handling'],
  },
  {
    id: 'supervisor-essex',
    title: 'Supervisor, Essex',
    roles: ['supervisor'],
    force: 'essex',
  },
  {
    id: 'administrator-ersou',
    title: 'Administrator, Eastern Region',
    roles: ['administrator'],
    force: 'ersou',
  },
] as const satisfies readonly Person[];

export type PersonId = (typeof PEOPLE)[number]['id'];

/** Someone by identifier. */
export function findPerson(id: string): Person | undefined {
  return PEOPLE.find((person) => person.id === id);
}
