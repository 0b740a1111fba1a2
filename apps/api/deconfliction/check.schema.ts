import { z } from 'zod';
import { STRENGTHS } from '../../../domain/deconfliction/score';
import { IDENTIFIER_KINDS } from '../../../domain/operation/codes';
import { text } from '../../../domain/text/text.schema';

export const CHECKS_AT_ONCE = 100;
const NAMES = 10;
const IDENTIFIERS = 20;

const sought = z
  .strictObject({
    names: z
      .array(text(200, 'A name or alias, in any script and order'))
      .max(NAMES)
      .default([])
      .describe('Of one person'),
    identifiers: z
      .array(z.strictObject({ kind: z.enum(IDENTIFIER_KINDS), value: text(200, 'As it was found') }))
      .max(IDENTIFIERS)
      .default([])
      .describe(
        'Of the same person, or of a thing by itself. A date of birth narrows names down and finds nobody alone',
      ),
  })
  .refine(({ names, identifiers }) => names.length > 0 || identifiers.some(({ kind }) => !NOT_ALONE.includes(kind)), {
    message: 'Name somebody, or give a phone, e-mail, account, document, vehicle mark, bank account or address.',
  })
  .meta({ id: 'Sought' });
const NOT_ALONE: readonly string[] = ['date-of-birth', 'other'];
export type Sought = z.output<typeof sought>;

export const checkRequest = z
  .strictObject({ items: z.array(sought).min(1).max(CHECKS_AT_ONCE) })
  .meta({ id: 'DeconflictionRequest' });
export type CheckRequest = z.output<typeof checkRequest>;

/** Names one or more matches without telling of which operations; good for whoever it was given to. */
export const matchToken = z
  .string()
  .regex(/^[\w-]{123}$/)
  .describe('Opaque, and good for you alone');

export const part = z
  .object({
    on: z.string().describe('name, birth, or the kind of an identifier'),
    points: z.number().describe('What it adds to the score, or takes from it'),
    says: z.string(),
  })
  .meta({ id: 'MatchPart' });

/** What is told of a match with what the reader sees. */
export const scored = {
  score: z.int().min(0).max(100),
  strength: z.enum(STRENGTHS).describe('exact: an identifier that one person alone has; possible: to be looked at'),
  parts: z.array(part).describe('What agrees, what does not, and how much each counts'),
};

const hit = z
  .object({
    match: matchToken,
    reference: z.string(),
    holder: z.string().describe('Subject or entity of that operation, as S1 or E1'),
    ...scored,
  })
  .meta({ id: 'DeconflictionHit' });
export type Hit = z.output<typeof hit>;

const answer = z
  .object({
    hits: z.array(hit).describe('In operations that you see, the likeliest first'),
    held: z
      .object({ match: matchToken })
      .nullable()
      .describe(
        'Another operation holds an interest that you do not see: ask for contact with `match`. null: none does',
      ),
  })
  .meta({ id: 'DeconflictionAnswer' });
export type Answer = z.output<typeof answer>;

export const checkAnswer = z
  .object({ items: z.array(answer).describe('One for each that was sought, in its order') })
  .meta({ id: 'DeconflictionAnswers' });
export type CheckAnswer = z.output<typeof checkAnswer>;
