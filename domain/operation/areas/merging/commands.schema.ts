import { z } from 'zod';
import { text } from '../../../text/text.schema';
import { IDENTIFIER_KINDS, SUBJECT_ROLES } from '../../codes';
import { REFERENCE_FORM } from '../../reference';
import { operationReference } from '../fields.schema';

const MERGE = `${REFERENCE_FORM}\\.M[1-9]\\d{0,3}`;
const merge = z
  .string()
  .regex(new RegExp(`^${MERGE}$`))
  .describe('Merge, as OP-2026-000001.M1');
const reason = text(4000, 'What the other operation answered');

export const requestMerge = z
  .strictObject({
    into: operationReference.describe('Operation that this one duplicates, as OP-2026-000001: it goes on with both'),
    reason: text(2000, 'Why the two operations are one'),
  })
  .meta({ id: 'RequestMerge' });

export const completeMerge = z.strictObject({ merge }).meta({ id: 'CompleteMerge' });

export const abandonMerge = z.strictObject({ merge, reason }).meta({ id: 'AbandonMerge' });

export const unmerge = z
  .strictObject({ reason: text(2000, 'Why the two operations are not one') })
  .meta({ id: 'Unmerge' });

export const completeUnmerge = z.strictObject({ merge }).meta({ id: 'CompleteUnmerge' });

export const refuseUnmerge = z
  .strictObject({
    request: z
      .string()
      .regex(new RegExp(`^${MERGE}\\.U[1-9]\\d{0,3}$`))
      .describe('Request to undo a merge, as OP-2026-000001.M1.U1'),
    reason,
  })
  .meta({ id: 'RefuseUnmerge' });

/** Proceedings are not under way against anyone who comes by a merge (gate `nobody-proceeded-against`). */
const standing = z.strictObject({
  status: z.enum(['suspected', 'released-without-charge', 'reclassified', 'surrendered', 'died']),
  youth: z.boolean(),
});

const subject = z
  .strictObject({
    of: z
      .string()
      .regex(/^S[1-9]\d{0,3}$/)
      .describe('Subject of the operation that is merged, as S1'),
    roles: z.array(z.enum(SUBJECT_ROLES)).min(1).max(SUBJECT_ROLES.length).meta({ uniqueItems: true }),
    name: text(200, 'Name, or the best description there is'),
    suspect: standing.nullable(),
    aliases: z.array(text(200, 'Another name this person goes by')),
    identifiers: z.array(
      z.strictObject({ kind: z.enum(IDENTIFIER_KINDS), value: text(200, 'The number or address as it was found') }),
    ),
  })
  .refine(fits, { message: 'What the subject stands in does not fit its roles.', path: ['suspect'] });

interface Standing {
  readonly roles: readonly string[];
  readonly suspect: { readonly status: string } | null;
}

/** Suspects, and nobody else, stand somewhere in the proceedings, save for who was reclassified as a potential victim. */
function fits({ roles, suspect }: Standing): boolean {
  const isSuspect = roles.includes('suspect');
  if (suspect?.status === 'reclassified') return !isSuspect && roles.includes('potential-victim');
  return isSuspect === (suspect !== null);
}

export const receiveMerge = z
  .strictObject({ merge, operation: operationReference, subjects: z.array(subject) })
  .meta({ id: 'ReceiveMerge' });

export const releaseMerge = z.strictObject({ merge }).meta({ id: 'ReleaseMerge' });
