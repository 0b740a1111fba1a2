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

/** Scores people as of a day. Sums are whole numbers, so that their order changes nothing. */
export class Scorer {
  /** By the days since the last event. */
  private readonly recencies: number[] = [];
  private readonly weightOfAll: number;

  constructor(
    private readonly model: RfgModel,
    private readonly asOfDay: number,
  ) {
    const { recency, frequency, gravity } = model.weights;
    this.weightOfAll = recency + frequency + gravity;
  }

  score(lastDay: number, events: number, harm: number): number {
    const { weights } = this.model;
    const weighted =
      weights.recency * this.recency(lastDay) +
      weights.frequency * this.frequency(events) +
      weights.gravity * this.gravity(harm);
    return weighted / this.weightOfAll;
  }

  parts(lastDay: number, events: number, harm: number): Score {
    return {
      score: this.score(lastDay, events, harm),
      recency: this.recency(lastDay),
      frequency: this.frequency(events),
      gravity: this.gravity(harm),
    };
  }

  private recency(lastDay: number): number {
    const days = this.asOfDay - lastDay;
    return (this.recencies[days] ??= 100 * 0.5 ** (days / this.model.halfLifeDays));
  }

  private frequency(events: number): number {
    return Math.min(100, (100 * events) / this.model.eventsForFull);
  }

  private gravity(harm: number): number {
    return Math.min(100, harm / this.model.harmForFull);
  }
}
