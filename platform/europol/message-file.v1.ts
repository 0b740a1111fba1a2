import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { MARKINGS, SIENA_HANDLING, SIENA_INFORMATION, SIENA_SOURCE } from '../../domain/operation/codes';
import type { LiaisonMessage, MessageFormat } from './message-format';

const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe('ISO 3166 code of a country');
const reference = z.string().trim().min(1).max(100);
const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256, hexadecimal, over the canonical JSON (RFC 8785) of all other fields');

/** The file as it travels. What this version says never changes; another gets another name. */
export const messageFile = z
  .strictObject({
    format: z.literal('waymark-europol-message/1'),
    reference: reference.describe("The sender's own reference"),
    inReplyTo: reference.nullable().describe('The reference that this answers'),
    from: country,
    to: country,
    sentAt: z.iso.datetime(),
    marking: z.enum(MARKINGS).nullable(),
    evaluation: z.strictObject({ source: z.enum(SIENA_SOURCE), information: z.enum(SIENA_INFORMATION) }),
    handling: z
      .strictObject({ code: z.enum(SIENA_HANDLING), text: z.string().trim().min(1).max(1000).nullable() })
      .refine(({ code, text }) => (code === 'H3') === (text !== null), {
        message: 'Handling code H3 needs its conditions in words; the others have none.',
        path: ['text'],
      }),
    content: z.string().trim().min(1).max(8000),
    digest,
  })
  .meta({ id: 'EuropolMessageFile', description: 'A message through Europol liaison, as a file' });
type MessageFile = z.output<typeof messageFile>;

const digestOf = (fields: Omit<MessageFile, 'digest'>) =>
  createHash('sha256')
    .update(canonicalize(fields) as string)
    .digest('hex');

/** Our own format for now: JSON, with a digest that shows damage on the way. It proves no origin. */
export const messageFileV1: MessageFormat = {
  name: 'waymark-europol-message/1',
  mediaType: 'application/json; charset=utf-8',
  extension: 'json',
  schema: messageFile
    .refine(({ digest: given, ...fields }) => digestOf(fields) === given, {
      message: 'This is not the digest of the other fields: the file was damaged or changed. Ask for it again.',
      path: ['digest'],
    })
    .transform(({ format: _format, digest: _digest, ...message }): LiaisonMessage => message),
  write(message) {
    const fields = { format: 'waymark-europol-message/1' as const, ...message };
    return `${JSON.stringify({ ...fields, digest: digestOf(fields) }, null, 2)}\n`;
  },
};
