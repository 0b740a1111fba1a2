import type { TextRef } from '../../../text/text';
import type { SubjectRole, TeamRole } from '../../codes';
import type { Suspect } from '../proceedings/state';

export interface Subject {
  readonly id: string;
  readonly roles: readonly SubjectRole[];
  readonly name: TextRef;
  /** `null` for a person who is not a suspect. */
  readonly suspect: Suspect | null;
  readonly safeguardingPlan: TextRef | null;
}

export interface PeopleState {
  readonly team: readonly { readonly person: string; readonly role: TeamRole }[];
  readonly subjects: readonly Subject[];
}

export const people: PeopleState = { team: [], subjects: [] };
