import { z } from 'zod';
import { FORCES } from '../../../domain/access/actor';
import { ASSETS, DISRUPTIONS, SENTENCE_KINDS, STAGES, TARGETS, THREAT_AREAS } from '../../../domain/operation/codes';

const day = z.iso.date();

export const figuresQuery = z
  .strictObject({
    from: day.optional().describe('First day of the period (Europe/London)'),
    to: day.optional().describe('Last day of the period'),
    leadForce: z.enum(FORCES).optional().describe('Only operations that this force leads now'),
    threatArea: z.enum(THREAT_AREAS).optional(),
    format: z.enum(['json', 'csv']).default('json'),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    message: 'Give a last day that is not before the first.',
  });
export type FiguresQuery = z.output<typeof figuresQuery>;

/**
 * What each figure counts. Acts belong to the day on which they happened as their author states it (`happenedAt`), not to
 * that of their record: an operation that is entered years later counts when it was done.
 */
export const DEFINITIONS = {
  operations:
    'Operations whose referral was opened in the period, by the stage, threat area and lead force that they have now. What is ' +
    'merged into another operation is counted there alone.',
  timeInStage:
    'Stays in a stage that ended in the period, whatever they ended by: how many, and their median and 90th percentile in days, ' +
    'from the act by which the operation entered the stage to the act by which it left. An operation that comes back has another ' +
    'stay. Stays that go on are not counted. A stay whose end is stated to be before its beginning has 0 days.',
  decisions:
    'Decisions taken in the period, also where they were undone later: adopted, declined, returned with questions, and referrals ' +
    'withdrawn by whoever made them; with median and 90th percentile in days from the last submission before each. What was ' +
    'withdrawn outside assessment has no days.',
  disruptions:
    'Assessments on the national scale that stand, where they were made in the period: the last one of each operation, and the ' +
    'last one of each adopted target, by the kind of target.',
  victims:
    'Potential victims whose safeguarding record was opened in the period; those notified in it by the National Referral ' +
    'Mechanism or the duty to notify; and those safeguarded, whose safeguarding was handed over in it. Each once in each.',
  outcomes:
    'Suspects by what came of them in the period: arrested, charged, released without charge, sentenced, acquitted, discontinued, ' +
    'surrendered to another country, and reclassified as potential victims; and court orders made and breached in it. Each once in ' +
    'each, also where it was undone later.',
  money:
    'Confiscation ordered in the period, in pence, by the last order against each suspect; and assets recovered in it, in pence, by ' +
    'kind.',
  benefit:
    'Estimates of the harm prevented that stand, where they were made in the period: the last one of each operation. The method is that of a ' +
    'hidden cost: pence for one day of one victim, times victims, times days, as the estimator states each and explains on the ' +
    'timeline. It is an estimate of what did not happen, and not of money saved.',
  sentences:
    'Suspects sentenced in the period, without those whose conviction was quashed on appeal since: how many, and the sum of their ' +
    'months and of the days beside them, as varied on appeal, concurrent or not; in all and by kind.',
  scorerAgreement:
    'How far two people agree who score the same operation with the same model, one directly after the other and with no ' +
    'material intelligence in between: quadratically weighted kappa (Cohen 1968) over all factors, 1 for complete agreement and ' +
    '0 for that of chance, by model and month of the second score. Whoever scores second may have seen the first score.',
} as const;
type Figure = keyof typeof DEFINITIONS;

const count = z.int().min(0);
/** A number for every code of a closed list, 0 included. */
const countsOf = <const Code extends string>(codes: readonly Code[]) => each(codes, count);
const each = <const Code extends string, Schema extends z.ZodType>(codes: readonly Code[], schema: Schema) =>
  z.object(Object.fromEntries(codes.map((code) => [code, schema])) as Record<Code, Schema>);

const days = z.number().min(0).nullable().describe('Days, to one decimal; null where there is nothing to measure');
const measured = z.object({ count, medianDays: days, ninetiethPercentileDays: days });
const agreement = z.object({ pairs: count, kappa: z.number().nullable() });
const pence = z.int().min(0);
const sentenced = z.object({ count, months: count, days: count });

export const STAGES_LEFT = STAGES.filter((stage) => stage !== 'closed');
export const DECISIONS = ['adopted', 'declined', 'returned', 'withdrawn'] as const;
export const SUSPECT_OUTCOMES = [
  'arrested',
  'charged',
  'released',
  'sentenced',
  'acquitted',
  'discontinued',
  'surrendered',
  'reclassified',
] as const;
export const ORDER_OUTCOMES = ['made', 'breached'] as const;
export const ASSESSED = ['operation', ...TARGETS] as const;

/** The figures of the programme, each with its definition. */
export const figures = z
  .object({
    madeAt: z.iso.datetime().describe('All figures are of this moment'),
    from: day.nullable(),
    to: day.nullable(),
    leadForce: z.enum(FORCES).nullable(),
    threatArea: z.enum(THREAT_AREAS).nullable(),
    operations: z
      .object({
        total: count,
        byStage: countsOf(STAGES),
        byThreatArea: countsOf(THREAT_AREAS),
        byLeadForce: countsOf(FORCES),
      })
      .describe(DEFINITIONS.operations),
    timeInStage: each(STAGES_LEFT, measured).describe(DEFINITIONS.timeInStage),
    decisions: each(DECISIONS, measured).describe(DEFINITIONS.decisions),
    disruptions: each(ASSESSED, countsOf(DISRUPTIONS)).describe(DEFINITIONS.disruptions),
    victims: z.object({ recorded: count, notified: count, safeguarded: count }).describe(DEFINITIONS.victims),
    outcomes: z
      .object({ suspects: countsOf(SUSPECT_OUTCOMES), orders: countsOf(ORDER_OUTCOMES) })
      .describe(DEFINITIONS.outcomes),
    money: z.object({ confiscationPence: pence, recoveredPence: each(ASSETS, pence) }).describe(DEFINITIONS.money),
    benefit: z
      .object({
        operations: count,
        victims: count,
        pence,
        lowestPencePerDay: pence.nullable().describe('null where nothing is estimated'),
        highestPencePerDay: pence.nullable(),
      })
      .describe(DEFINITIONS.benefit),
    sentences: z.object({ total: sentenced, ...each(SENTENCE_KINDS, sentenced).shape }).describe(DEFINITIONS.sentences),
    scorerAgreement: z
      .record(z.string(), agreement.safeExtend({ byMonth: z.record(z.string(), agreement) }))
      .describe(DEFINITIONS.scorerAgreement),
    definitions: z.object(
      Object.fromEntries(Object.keys(DEFINITIONS).map((figure) => [figure, z.string()])) as Record<Figure, z.ZodString>,
    ),
  })
  .meta({ id: 'Figures', description: 'Programme figures, each with its definition in words' });
export type Figures = z.output<typeof figures>;
export const FIGURES = Object.keys(DEFINITIONS) as readonly Figure[];
