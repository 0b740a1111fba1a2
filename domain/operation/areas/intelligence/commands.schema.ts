import { z } from 'zod';
import { FORCES } from '../../../access/actor';
import { text } from '../../../text/text.schema';
import { AUTHORISATIONS } from '../../codes';
import { day, grade, idOf, subjectId } from '../fields.schema';

const reportId = idOf('reports', 'I', 'Intelligence report');
const authorisationId = idOf('authorisations', 'A', 'Authorisation');

export const recordIntelligenceReport = z
  .strictObject({
    grade,
    material: z.boolean().default(false).describe('Whether it bears on the threat score, which is then due anew'),
    handlingConditions: text(1000, 'Conditions; mandatory with handling code C').nullable().default(null),
    source: text(300, 'Who or what it comes from; never part of a sanitised version', 'source-identity'),
    sourceHandling: text(
      2000,
      'How the source must be handled, and by whom; not the conditions for readers',
      'source-handling',
    )
      .nullable()
      .default(null),
    content: text(8000, 'The intelligence'),
  })
  .refine((body) => body.grade.handlingCode === 'P' || body.handlingConditions !== null, {
    message: 'Handling code C needs its conditions in words.',
    path: ['handlingConditions'],
  })
  .meta({ id: 'RecordIntelligenceReport' });

export const sanitiseReport = z
  .strictObject({ report: reportId, content: text(8000, 'The intelligence without anything that shows its source') })
  .meta({ id: 'SanitiseReport' });

export const disseminateReport = z
  .strictObject({
    report: reportId,
    to: z.enum(FORCES),
    conditions: text(1000, 'Handling conditions for the recipient').nullable().default(null),
  })
  .meta({ id: 'DisseminateReport' });

export const acknowledgeDissemination = z
  .strictObject({ dissemination: idOf('disseminations', 'F', 'Dissemination') })
  .meta({ id: 'AcknowledgeDissemination' });

export const applyForAuthorisation = z
  .strictObject({
    kind: z.enum(AUTHORISATIONS),
    subject: subjectId.nullable().default(null),
    necessity: text(8000, 'Why it is necessary and proportionate'),
  })
  .meta({ id: 'ApplyForAuthorisation' });

export const grantAuthorisation = z
  .strictObject({ authorisation: authorisationId, from: day.describe('Day of effect') })
  .meta({ id: 'GrantAuthorisation' });

export const refuseAuthorisation = z
  .strictObject({ authorisation: authorisationId, reason: text(4000, 'Why it is refused') })
  .meta({ id: 'RefuseAuthorisation' });

export const cancelAuthorisation = z
  .strictObject({ authorisation: authorisationId, reason: text(4000, 'Why it is no longer needed') })
  .meta({ id: 'CancelAuthorisation' });
