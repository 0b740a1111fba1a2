import { OFFENCES, type Offence } from './offences.v1';

/** What is profiled: the newsletter's three Force Profiles, and the other threat areas. Their order is stored. */
export const PROFILE_AREAS = [
  'violence-against-women-and-girls',
  'missing-persons',
  'sexual-offender-management',
  'modern-slavery-human-trafficking',
  'child-sexual-exploitation',
  'organised-immigration-crime',
  'county-lines',
] as const;
export type ProfileArea = (typeof PROFILE_AREAS)[number];

/** Who is profiled in an area: a missing person is profiled as somebody to be protected. */
export const PROFILE_ROLES = ['suspect', 'victim'] as const;
export type ProfileRole = (typeof PROFILE_ROLES)[number];

const AGAINST_WOMEN = ['homicide', 'violence', 'stalking-and-harassment', 'sexual', 'exploitation'];
const SLAVERY = ['106', '24', '36', '66 STRO'];

/** In which areas a crime counts: always, where its victim is female, and where its victim is a child. */
export interface CountsIn {
  readonly always: readonly ProfileArea[];
  readonly female: readonly ProfileArea[];
  readonly child: readonly ProfileArea[];
}

/** The areas of an offence. [P] */
export function areasOf({ code, group, against }: Offence): CountsIn {
  const always: ProfileArea[] = [];
  if (against === 'female') always.push('violence-against-women-and-girls');
  if (against === 'child') always.push('child-sexual-exploitation');
  if (group === 'sexual' || code === '66 SHPO') always.push('sexual-offender-management');
  if (SLAVERY.includes(code)) always.push('modern-slavery-human-trafficking');
  if (group === 'immigration') always.push('organised-immigration-crime');
  if (code === '92A') always.push('county-lines');
  return {
    always,
    female: AGAINST_WOMEN.includes(group) ? ['violence-against-women-and-girls'] : [],
    child: group === 'sexual' ? ['child-sexual-exploitation'] : [],
  };
}

/** Areas as bits, by their order. */
export const bitsOf = (areas: readonly ProfileArea[]): number =>
  areas.reduce((bits, area) => bits | (1 << PROFILE_AREAS.indexOf(area)), 0);

/** Of all offences, what is needed to make histories of records: hundredths of days, and of the severity. */
export const OFFENCE_FACTS = OFFENCES.map((offence) => {
  const { always, female, child } = areasOf(offence);
  return {
    code: offence.code,
    group: offence.group,
    always: bitsOf(always),
    female: bitsOf(female),
    child: bitsOf(child),
    cchi: offence.cchi === null ? null : Math.round(offence.cchi * 100),
    severity: offence.severity === null ? null : Math.round(offence.severity * 100),
  };
});
