import { addMonths } from '../time/days';
import { dateOfDay, dayNumber } from './dates';
import type { RfgModel } from './rfg-model.schema';

/**
 * The project's default: recency halves in 180 days, ten events or fifteen years of harm in 24 months are the most that counts, and the
 * score is the mean (DOMAIN §2). [P]
 */
export const RFG_DEFAULT: RfgModel = {
  name: 'rfg-project-default',
  version: 1,
  halfLifeDays: 180,
  windowMonths: 24,
  eventsForFull: 10,
  harmForFull: 5475,
  weights: { recency: 1, frequency: 1, gravity: 1 },
  gravity: 'cchi',
};

/** What is summed of somebody's events before they are scored. Days since 1970; harm in hundredths of the gravity's unit. */
export interface Sums {
  /** Of the last event. */
  readonly lastDay: number;
  /** In the window. */
  readonly events: number;
  /** In the window, as far as it is known. */
  readonly harm: number;
}

export interface Score {
  /** All from 0 to 100. */
  readonly score: number;
  readonly recency: number;
  readonly frequency: number;
  readonly gravity: number;
}

/** The first day that counts for frequency and gravity. */
export const windowStart = ({ windowMonths }: RfgModel, asOfDay: number): number =>
  dayNumber(addMonths(dateOfDay(asOfDay), -windowMonths)) + 1;

/** Scores somebody as of a day. Sums are whole numbers, so that their order changes nothing. */
export function rfgScore(model: RfgModel, asOfDay: number, { lastDay, events, harm }: Sums): Score {
  const recency = 100 * 0.5 ** ((asOfDay - lastDay) / model.halfLifeDays);
  const frequency = Math.min(100, (100 * events) / model.eventsForFull);
  const gravity = Math.min(100, harm / model.harmForFull);
  const { weights } = model;
  const score =
    (weights.recency * recency + weights.frequency * frequency + weights.gravity * gravity) /
    (weights.recency + weights.frequency + weights.gravity);
  return { score, recency, frequency, gravity };
}
