import type { Applies } from '../areas';
import { changed } from '../entities';
import { SUSPECTED } from '../proceedings/state';
import type { PeopleEvents } from './events';

export const people: Applies<PeopleEvents> = {
  teamAssigned: ({ team }, { person, role }) => ({ team: [...team, { person, role }] }),
  subjectAdded: ({ subjects }, { subject, roles, name }) => ({
    subjects: [
      ...subjects,
      { id: subject, roles, name, suspect: roles.includes('suspect') ? SUSPECTED : null, safeguardingPlan: null },
    ],
  }),
  safeguardingPlanRecorded: ({ subjects }, { subject, plan }) => ({
    subjects: changed(subjects, subject, { safeguardingPlan: plan }),
  }),
};
