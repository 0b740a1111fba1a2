import type { TextRef } from '../../../text/text';
import type { ENTITY_KINDS, ENTITY_LINKS, Grade, IDENTIFIER_KINDS, SubjectRole, TeamRole } from '../../codes';
import type { Suspect } from '../proceedings/state';

export interface Subject {
  readonly id: string;
  readonly roles: readonly SubjectRole[];
  readonly name: TextRef;
  /** `null` for a person who is not a suspect. */
  readonly suspect: Suspect | null;
  readonly safeguardingPlan: TextRef | null;
  readonly aliases: readonly TextRef[];
  readonly identifiers: readonly { readonly kind: (typeof IDENTIFIER_KINDS)[number]; readonly value: TextRef }[];
  /** Where a subject comes from that came by a merge, and the types of what has been recorded about it here since. */
  readonly origin: { readonly operation: string; readonly subject: string; readonly since: readonly string[] } | null;
}

/** An object, location or event (POLE); persons are subjects. */
export interface PoleEntity {
  readonly id: string;
  readonly kind: (typeof ENTITY_KINDS)[number];
  readonly label: TextRef;
}

export interface EntityLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: (typeof ENTITY_LINKS)[number];
  readonly grade: Grade;
  readonly removed: boolean;
}

export interface PeopleState {
  readonly team: readonly { readonly person: string; readonly role: TeamRole }[];
  readonly subjects: readonly Subject[];
  readonly entities: readonly PoleEntity[];
  readonly entityLinks: readonly EntityLink[];
}

export const people: PeopleState = { team: [], subjects: [], entities: [], entityLinks: [] };
