import { z } from 'zod';
import { MARKINGS } from '../operation/codes';

/** What of a force's phone extracts may be sent beyond its own machines to be translated. */
export const premisesRule = z
  .strictObject({
    mayLeaveUpTo: z
      .enum(MARKINGS)
      .nullable()
      .describe('The highest marking of operations whose messages may leave the force’s own machines; null: none may'),
  })
  .meta({ id: 'PremisesRule' });
export type PremisesRule = z.output<typeof premisesRule>;
