import { z } from 'zod';
import { FORCES } from '../../../access/actor';
import { text } from '../../../text/text.schema';
import { MARKINGS, OPERATION_LINKS, REFERRAL_SOURCES, THREAT_AREAS } from '../../codes';
import { codename, grade, idOf, nothing, operationReference } from '../fields.schema';

export const openReferral = z
  .strictObject({
    codename: codename.nullable().default(null),
    threatArea: z.enum(THREAT_AREAS),
    leadForce: z.enum(FORCES),
    marking: z.enum(MARKINGS),
    grade,
    grounds: text(4000, 'Grounds for the referral, graded by 3x5x2'),
    handlingConditions: text(1000, 'Conditions; mandatory with handling code C').nullable().default(null),
  })
  .refine((body) => body.grade.handlingCode === 'P' || body.handlingConditions !== null, {
    message: 'Handling code C needs its conditions in words.',
    path: ['handlingConditions'],
  })
  .meta({ id: 'OpenReferral' });

export const submitReferral = nothing.meta({ id: 'SubmitReferral' });

export const recordReferralSource = z
  .strictObject({
    source: z.enum(REFERRAL_SOURCES),
    consent: z.boolean().describe('Whether the person who refers agrees to be contacted and named within the team'),
    anonymous: z.boolean(),
    contact: text(300, 'How to call back; never for an anonymous referral', 'source-identity').nullable().default(null),
  })
  .refine(({ anonymous, contact }) => !anonymous || contact === null, {
    message: 'An anonymous referral names no contact.',
    path: ['contact'],
  })
  .refine(({ anonymous, consent }) => !anonymous || !consent, {
    message: 'Whoever stays anonymous does not agree to be contacted and named.',
    path: ['consent'],
  })
  .refine(({ consent, contact }) => consent || contact === null, {
    message: 'Whoever does not agree to be contacted leaves no contact.',
    path: ['contact'],
  })
  .refine(({ source, contact }) => source !== 'call-back' || contact !== null, {
    message: 'A call-back needs its contact.',
    path: ['contact'],
  })
  .meta({ id: 'RecordReferralSource' });

export const returnReferral = z
  .strictObject({ questions: text(4000, 'What the referrer is asked') })
  .meta({ id: 'ReturnReferral' });

export const answerQuestions = z
  .strictObject({ answers: text(8000, 'Answers to the questions of the assessment') })
  .meta({ id: 'AnswerQuestions' });

export const withdrawReferral = z
  .strictObject({ reason: text(2000, 'Why the referral is withdrawn') })
  .meta({ id: 'WithdrawReferral' });

export const linkOperation = z
  .strictObject({
    operation: operationReference,
    kind: z.enum(OPERATION_LINKS),
    reason: text(2000, 'What links the two operations'),
  })
  .meta({ id: 'LinkOperation' });

export const unlinkOperation = z
  .strictObject({
    link: idOf('operation-links', 'K', 'Link to another operation'),
    reason: text(2000, 'Why the link does not hold'),
  })
  .meta({ id: 'UnlinkOperation' });

export const changeMarking = z
  .strictObject({ marking: z.enum(MARKINGS), reason: text(2000, 'Why the marking changes') })
  .meta({ id: 'ChangeMarking' });

export const handOver = z
  .strictObject({ leadForce: z.enum(FORCES), reason: text(2000, 'Why another force takes the lead') })
  .meta({ id: 'HandOver' });
