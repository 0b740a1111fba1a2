import type { ThreatArea } from '../operation/codes';
import type { ProfileArea } from './areas.v1';
import type { Ranked } from './rank';
import type { RfgModel } from './rfg-model.schema';

/** Under which threat area a referral of a profile is opened. */
export const THREAT_AREA_OF: Readonly<Record<ProfileArea, ThreatArea>> = {
  'violence-against-women-and-girls': 'violence-against-women-and-girls',
  'missing-persons': 'child-sexual-exploitation',
  'sexual-offender-management': 'violence-against-women-and-girls',
  'modern-slavery-human-trafficking': 'modern-slavery-human-trafficking',
  'child-sexual-exploitation': 'child-sexual-exploitation',
  'organised-immigration-crime': 'organised-immigration-crime',
  'county-lines': 'county-lines',
};

/** Why a referral of somebody in a profile is opened, in words: what the rank rests on, and that it is a lead. */
export function groundsOf(
  area: ProfileArea,
  { name, version, windowMonths }: Pick<RfgModel, 'name' | 'version' | 'windowMonths'>,
  asOf: string,
  {
    rank,
    score,
    recency,
    frequency,
    gravity,
    events,
    forces,
  }: Pick<Ranked, 'rank' | 'score' | 'recency' | 'frequency' | 'gravity' | 'events'> & {
    readonly forces: readonly string[];
  },
): string {
  const day = new Date(asOf).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const parts = `recency ${recency.toFixed(0)}, frequency ${frequency.toFixed(0)}, gravity ${gravity.toFixed(0)}`;
  return (
    `Place ${rank} of the suspects across counties in the profile “${area.replaceAll('-', ' ')}” as of ${day}: score ${score.toFixed(0)} ` +
    `of 100 (${parts}; ${name} version ${version}), ${events} events in ${windowMonths} months, with records of ${forces.map(nameOf).join(', ')}. ` +
    'The profile is a lead for a person, not a decision: look at the records before you act on it.'
  );
}

/** A force as it is written: `west-mercia` is “West Mercia”. */
const nameOf = (force: string) =>
  force
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
