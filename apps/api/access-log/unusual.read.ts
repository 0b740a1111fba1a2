import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../domain/access/actor';
import { UNUSUAL_RULE_NAMES, UNUSUAL_RULES } from '../../../domain/access/unusual';
import { Readings } from '../access/readings';
import { invalid } from '../http/problems';
import type { UnusualAccess, UnusualQuery, UnusualReport } from './access-log.schema';
import { unusualSql } from './unusual.sql';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 7;
/** The longest period that is looked at in one go. */
const LONGEST_DAYS = 31;
const MOST_FINDINGS = 500;

/** Finds unusual access. */
@Injectable()
export class UnusualRead {
  constructor(private readonly readings: Readings) {}

  /**
   * What is unusual of what a supervisor sees.
   *
   * @throws Problem `validation` for a period that ends before it begins, or is too long
   */
  async of(actor: Actor, query: UnusualQuery, now: Date): Promise<UnusualReport> {
    const to = new Date(query.to ?? now);
    const from = new Date(query.from ?? to.getTime() - USUAL_DAYS * DAY_MS);
    if (from >= to) throw invalid('from', 'Give a time before `to`.');
    if (to.getTime() - from.getTime() > LONGEST_DAYS * DAY_MS)
      throw invalid('from', `Give a time at most ${LONGEST_DAYS} days before \`to\`.`);
    const period = { from: from.toISOString(), to: to.toISOString() };
    const { rows } = await this.readings.as(actor, (reader) =>
      reader.query<UnusualAccess>(unusualSql(reader, period, MOST_FINDINGS + 1)),
    );
    return {
      ...period,
      rules: UNUSUAL_RULE_NAMES.map((rule) => ({ rule, sentence: UNUSUAL_RULES[rule] })),
      items: rows.slice(0, MOST_FINDINGS),
      complete: rows.length <= MOST_FINDINGS,
    };
  }
}
