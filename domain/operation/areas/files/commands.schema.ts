import { z } from 'zod';
import { text } from '../../../text/text.schema';
import { FILE_SCANS, FILE_TYPES } from '../../codes';
import { idOf } from '../fields.schema';

/** Given by the upload alone, which finds out from the bytes what people cannot be asked to say. */
export const attachFile = z
  .strictObject({
    name: text(255, 'Name of the file, with its ending'),
    note: text(2000, 'What the file is, and where it comes from').nullable().default(null),
    about: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9-]{0,30}$/)
      .describe('Subject, entity, exhibit, intelligence report or product that the file is about')
      .meta({ 'x-of': 'file-matters' })
      .nullable()
      .default(null),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    size: z.int().min(1).describe('Bytes'),
    mediaType: z.enum(FILE_TYPES),
    scan: z.enum(FILE_SCANS),
  })
  .meta({ id: 'AttachFile' });

export const eraseFile = z
  .strictObject({
    file: idOf('files', 'F', 'File that is kept'),
    reason: text(2000, 'Why it is erased, and on what ground'),
  })
  .meta({ id: 'EraseFile' });
