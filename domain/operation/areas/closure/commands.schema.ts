import { z } from 'zod';
import { text } from '../../../text/text.schema';
import { ASSETS, CLOSING_ITEMS, DISRUPTIONS, OUTCOMES, RETENTION_GROUPS, STAGES } from '../../codes';
import { idOf, nothing, pence } from '../fields.schema';

export const assessDisruption = z
  .strictObject({ disruption: z.enum(DISRUPTIONS), rationale: text(4000, 'Why this level') })
  .meta({ id: 'AssessDisruption' });

export const settleClosingItem = z
  .strictObject({
    item: z.enum(CLOSING_ITEMS).meta({ 'x-of': 'closing-items' }),
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

export const withdrawReopening = z
  .strictObject({ reason: text(2000, 'Why the operation should stay closed') })
  .meta({ id: 'WithdrawReopening' });

export const requestRollback = z
  .strictObject({
    to: z.enum(STAGES).exclude(['closed']).describe('An earlier stage'),
    reason: text(2000, 'Why the operation must go back'),
  })
  .meta({ id: 'RequestRollback' });

export const approveRollback = nothing.meta({ id: 'ApproveRollback' });

export const refuseRollback = z
  .strictObject({ reason: text(2000, 'Why the operation does not go back') })
  .meta({ id: 'RefuseRollback' });

export const recordTargetDisruption = z
  .strictObject({
    target: idOf('targets', 'G', 'Adopted target'),
    disruption: z.enum(DISRUPTIONS),
    rationale: text(4000, 'Why this level'),
  })
  .meta({ id: 'RecordTargetDisruption' });

export const recordAsset = z
  .strictObject({ kind: z.enum(ASSETS), pence, note: text(2000, 'What was recovered, restrained or forfeited') })
  .meta({ id: 'RecordAsset' });

export const estimateBenefit = z
  .strictObject({
    pencePerDay: z.int().min(1).max(100_000_000).describe('Hidden cost of one day, in pence'),
    victims: z.int().min(0).max(10_000),
    days: z.int().min(1).max(3650),
    method: text(4000, 'Method, its source and what it leaves out'),
  })
  .meta({ id: 'EstimateBenefit' });

export const recordLesson = z.strictObject({ lesson: text(4000, 'What was learnt') }).meta({ id: 'RecordLesson' });

export const setRetention = z
  .strictObject({
    group: z
      .enum(RETENTION_GROUPS)
      .describe('1 public protection, 2 other sexual, violent or serious, 3 other, 4 undetected'),
    reason: text(2000, 'Why this group'),
  })
  .meta({ id: 'SetRetention' });
