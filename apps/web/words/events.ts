import { humanise } from './humanise';

/** What events are called where their name, written out, would not do. */
const TEXTS: Readonly<Record<string, string>> = {
  mediaInvestigatorAsked: 'Digital media investigator asked for',
  mediaInvestigatorAssigned: 'Digital media investigator assigned',
  mediaInvestigatorOnScene: 'Digital media investigator on scene',
  teamAssigned: 'Assigned to the team',
  nrmReferred: 'Referred to the National Referral Mechanism',
};

/** What happened, as people say it. */
export const eventText = (type: string): string => TEXTS[type] ?? humanise(type);
