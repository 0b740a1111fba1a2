import { extname } from 'node:path';
import { fileTypeFromFile } from 'file-type';
import { FILE_TYPES, type FileType } from '../../../domain/operation/codes';
import { invalid, Problem } from '../http/problems';

/** Endings that the name of a file of each type may have. */
const ENDINGS: Readonly<Record<FileType, readonly string[]>> = {
  'application/json': ['.json'],
  'application/pdf': ['.pdf'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'],
  'application/x-ndjson': ['.jsonl', '.ndjson'],
  'application/zip': ['.zip'],
  'image/heic': ['.heic'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'text/csv': ['.csv'],
  'text/plain': ['.txt'],
  'text/tab-separated-values': ['.tsv'],
};
export const ALLOWED = `Files may be ${Object.values(ENDINGS).flat().join(', ')}.`;

const TEXTS = [
  'text/plain',
  'text/csv',
  'text/tab-separated-values',
  'application/x-ndjson',
  'application/json',
] as const;
const isAllowed = (type: string | undefined): type is FileType => FILE_TYPES.some((allowed) => allowed === type);

/**
 * What a file is, by its content. Text has no mark of its own: it is what its name says, and two letters at its beginning
 * must not make it something else.
 *
 * @param file where it lies
 * @param isText whether the whole of it can be read as text
 * @throws Problem where that is not allowed, or its name says something else
 */
export async function fileTypeOf(file: string, isText: boolean, name: string): Promise<FileType> {
  const ending = extname(name).toLowerCase();
  const sniffed = (await fileTypeFromFile(file))?.mime;
  const types = isAllowed(sniffed) ? [sniffed] : isText ? TEXTS : [];
  if (types.length === 0) throw new Problem('unsupported-media-type', ALLOWED);
  const type = types.find((one) => ENDINGS[one].includes(ending));
  if (type) return type;
  const fitting = types.flatMap((one) => ENDINGS[one]).join(' or ');
  throw invalid('file', `By its content this is a file whose name ends in ${fitting}: give it such a name. ${ALLOWED}`);
}
