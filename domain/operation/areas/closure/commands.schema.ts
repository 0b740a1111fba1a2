import { z } from 'zod';
import { text } from '../../../text/text.schema';
import { CLOSING_ITEMS, DISRUPTIONS, OUTCOMES } from '../../codes';
import { nothing } from '../fields.schema';

export const assessDisruption = z
  .strictObject({ disruption: z.enum(DISRUPTIONS), rationale: text(4000, 'Why this level') })
  .meta({ id: 'AssessDisruption' });

export const settleClosingItem = z
  .strictObject({
    item: z.enum(CLOSING_ITEMS),
    outcome: z.enum(OUTCOMES),
    note: text(2000, 'How it was settled, or why it does not apply'),
  })
  .meta({ id: 'SettleClosingItem' });

export const recordDebrief = z
  .strictObject({
    debrief: text(8000, 'What was learnt'),
    reviewDate: z.iso.date().describe('When what is kept is reviewed (PIRM Code 2023)'),
  })
  .meta({ id: 'RecordDebrief' });

export const close = nothing.meta({ id: 'Close' });

export const requestReopening = z
  .strictObject({ reason: text(2000, 'Why the operation should be reopened') })
  .meta({ id: 'RequestReopening' });

export const approveReopening = nothing.meta({ id: 'ApproveReopening' });
