import { z } from 'zod';
import { text } from '../../../text/text.schema';

export const eraseText = z
  .strictObject({
    record: z.uuid().describe('`record` of the text, as the timeline shows it'),
    reason: text(2000, 'Why it must go, without saying what it said'),
  })
  .meta({ id: 'EraseText' });
