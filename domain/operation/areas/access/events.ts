import type { TextRef } from '../../../text/text';

export interface AccessEvents {
  accessGranted: { grant: string; person: string; until: string; reason: TextRef };
  accessChallenged: { grant: string; person: string; until: string; reason: TextRef };
  accessRevoked: { grant: string; person: string; reason: TextRef };
  personExcluded: { person: string; reason: TextRef };
  exclusionLifted: { person: string; reason: TextRef };
}
