import { z } from 'zod';
import { text } from '../../../text/text.schema';
import { DIRECTIONS, EUROPOL_REQUESTS, SIENA_HANDLING, SIENA_INFORMATION, SIENA_SOURCE } from '../../codes';
import { countryCode, idOf, subjectId } from '../fields.schema';

export const openEuropolLiaison = z
  .strictObject({
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .describe('ISO 3166 code of the country sought through its Europol National Unit'),
    purpose: text(2000, 'What is sought'),
  })
  .meta({ id: 'OpenEuropolLiaison' });

export const recordLiaisonNotNeeded = z
  .strictObject({ reason: text(2000, 'Why no Europol liaison is needed') })
  .meta({ id: 'RecordLiaisonNotNeeded' });

export const recordEuropolMessage = z
  .strictObject({
    direction: z.enum(DIRECTIONS),
    answers: z
      .string()
      .regex(/^M[1-9]\d{0,3}$/)
      .meta({ 'x-of': 'messages' })
      .nullable()
      .default(null)
      .describe('The earlier message that this one answers, as M1'),
    evaluation: z
      .strictObject({
        source: z.enum(SIENA_SOURCE).describe('A no doubt, B mostly reliable, C mostly unreliable, X cannot assess'),
        information: z
          .enum(SIENA_INFORMATION)
          .describe(
            '1 not in doubt, 2 known personally to the source but not to the official, 3 not personally known but corroborated, 4 neither',
          ),
      })
      .describe('SIENA 4x4 evaluation; a person re-grades it to 3x5x2'),
    handling: z
      .enum(SIENA_HANDLING)
      .describe(
        'H0 to prevent and combat crime, H1 not in court without permission, H2 not passed on without permission, H3 other',
      ),
    handlingText: text(1000, 'What handling code H3 allows; mandatory with it').nullable().default(null),
    theirReference: text(100, 'Reference that the other side gave a message received').nullable().default(null),
    content: text(8000, 'The message'),
    replyWithinDays: z
      .int()
      .min(1)
      .max(90)
      .nullable()
      .default(null)
      .describe('Days until an answer is expected; a reminder is raised when none has come'),
  })
  .refine(({ handling, handlingText }) => (handling === 'H3') === (handlingText !== null), {
    message: 'Handling code H3 needs its conditions in words; the others have none.',
    path: ['handlingText'],
  })
  .meta({ id: 'RecordEuropolMessage' });

export const raiseEuropolReminder = z
  .strictObject({ message: z.string().max(8), dueAt: z.iso.datetime() })
  .meta({ id: 'RaiseEuropolReminder' });

export const makeEuropolRequest = z
  .strictObject({
    kind: z.enum(EUROPOL_REQUESTS),
    country: countryCode,
    subject: subjectId.nullable().default(null).describe('Whom a surrender is about'),
    content: text(8000, 'What is asked for'),
  })
  .refine(({ kind, subject }) => !kind.startsWith('surrender') || subject !== null, {
    message: 'A surrender names the subject.',
    path: ['subject'],
  })
  .meta({ id: 'MakeEuropolRequest' });

export const decideEuropolRequest = z
  .strictObject({
    request: idOf('europol-requests', 'Q', 'Request to or from another country'),
    granted: z.boolean(),
    note: text(4000, 'The decision'),
  })
  .meta({ id: 'DecideEuropolRequest' });
