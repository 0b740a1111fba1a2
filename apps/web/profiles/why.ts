import type { RankedAnswer } from '../../api/profiles/runs.schema';
import { FLAGS, REPEAT, SERIAL, type Flag } from '../../../domain/profiles/flags';
import type { RfgModel } from '../../../domain/profiles/rfg-model.schema';
import { numberText, shareText } from '../words/numbers';
import { day } from '../words/times';

const FLAG_WORDS: Readonly<Record<Flag, { readonly text: string; readonly says: string }>> = {
  'serial-suspect': { text: 'Serial suspect', says: `Suspected in ${SERIAL} events or more in the window` },
  'repeat-victim': { text: 'Repeat victim', says: `A victim of ${REPEAT} events or more in the window` },
  'cross-border': { text: 'Crosses force borders', says: 'More than one force holds such events' },
};

/** What stands out, in words. */
export const flagWords = (flags: readonly Flag[]) =>
  FLAGS.filter((flag) => flags.includes(flag)).map((flag) => FLAG_WORDS[flag]);

/** In which unit harm is told. */
export const harmUnit = ({ gravity }: Pick<RfgModel, 'gravity'>): string =>
  gravity === 'cchi' ? 'days of harm' : 'points of severity';

/** What the three parts of a score rest on, a sentence each. */
export function whyOf(ranked: RankedAnswer, model: RfgModel) {
  const { recency, frequency, gravity, events, harm, unmappedShare, lastDay } = ranked;
  const last =
    lastDay === null
      ? 'The day of the last event is for other forces to know.'
      : `The last event was on ${day(lastDay)}.`;
  const unknown =
    unmappedShare > 0 ? ` The harm of ${shareText(unmappedShare)} of the events is not known, and not counted.` : '';
  return [
    { part: 'Recency', score: recency, says: `${last} It halves with every ${model.halfLifeDays} days without one.` },
    {
      part: 'Frequency',
      score: frequency,
      says: `${numberText(events)} event${events === 1 ? '' : 's'} in ${model.windowMonths} months; ${model.eventsForFull} make 100.`,
    },
    {
      part: 'Gravity',
      score: gravity,
      says: `${numberText(harm)} ${harmUnit(model)} in ${model.windowMonths} months; ${numberText(model.harmForFull)} make 100.${unknown}`,
    },
  ];
}
