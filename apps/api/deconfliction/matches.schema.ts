import { z } from 'zod';
import { text } from '../../../domain/text/text.schema';
import { matchToken, scored } from './check.schema';

const decision = z
  .object({
    outcome: z.enum(['confirmed', 'rejected']),
    reason: z.string(),
    by: z.string(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'MatchDecision' });

const between = {
  match: matchToken,
  holder: z.string().describe('Subject or entity of this operation, as S1 or E1'),
  decision: decision.nullable().describe('The latest; null: nobody has decided yet'),
};

const seenMatch = z
  .object({
    ...between,
    held: z.literal(false),
    other: z.object({ reference: z.string(), holder: z.string() }).describe('In the other operation'),
    ...scored,
  })
  .meta({ id: 'SeenMatch' });
const heldMatch = z
  .object({ ...between, held: z.literal(true).describe('Another operation that you do not see holds an interest') })
  .meta({ id: 'HeldMatch' });
export const match = z.discriminatedUnion('held', [seenMatch, heldMatch]).meta({ id: 'Match' });
export type Match = z.output<typeof match>;

export const matchList = z
  .object({ items: z.array(match).describe('By subject or entity; what you do not see last, once each') })
  .meta({ id: 'MatchList' });
export type MatchList = z.output<typeof matchList>;

export const decisionRequest = z
  .strictObject({
    match: matchToken,
    outcome: z.enum(['confirmed', 'rejected']).describe('confirmed: the same; rejected: another'),
    reason: text(2000, 'Why'),
  })
  .meta({ id: 'MatchDecisionRequest' });
export type DecisionRequest = z.output<typeof decisionRequest>;
