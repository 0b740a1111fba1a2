import { z } from 'zod';
import { text } from '../../../text/text.schema';
import { ORDERS } from '../../codes';
import { courtCode, day, idOf, personId, suspectId } from '../fields.schema';

const order = idOf('orders', 'O', 'Order');

export const applyForOrder = z
  .strictObject({
    kind: z.enum(ORDERS),
    subject: suspectId,
    court: courtCode,
    grounds: text(8000, 'The behaviour and the risk it rests on'),
  })
  .meta({ id: 'ApplyForOrder' });

export const recordOrderMade = z
  .strictObject({
    order,
    interim: z.boolean().describe('An interim order ends with the main application'),
    youthCourt: z.boolean().describe('Made by the youth court, as for anyone under 18'),
    from: day,
    until: day.nullable().default(null).describe('Last day; until further order if there is none'),
    conditions: text(8000, 'Prohibitions and requirements'),
  })
  .refine(({ interim, until }) => !interim || until !== null, {
    message: 'An interim order is for a fixed period: name its last day.',
    path: ['until'],
  })
  .refine(({ from, until }) => until === null || until >= from, {
    message: 'An order does not end before it begins.',
    path: ['until'],
  })
  .meta({ id: 'RecordOrderMade' });

export const recordOrderRefused = z
  .strictObject({ order, reason: text(2000, 'Why the court refused') })
  .meta({ id: 'RecordOrderRefused' });

export const recordOrderServed = z.strictObject({ order }).meta({ id: 'RecordOrderServed' });

export const assignMonitoringOfficer = z
  .strictObject({ order, person: personId })
  .meta({ id: 'AssignMonitoringOfficer' });

export const recordOrderPoliced = z
  .strictObject({ order, note: text(4000, 'Visit or check, and what was found') })
  .meta({ id: 'RecordOrderPoliced' });

export const recordBreach = z
  .strictObject({ order, note: text(4000, 'Which condition was broken, and how it is known') })
  .meta({ id: 'RecordBreach' });

export const endOrder = z
  .strictObject({ order, how: z.enum(['expired', 'discharged']), note: text(2000, 'Why it ends') })
  .meta({ id: 'EndOrder' });
