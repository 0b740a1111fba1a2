import type { ForceRecord } from '../../domain/profiles/record';

/** Columns of `force_record` in the order in which {@link recordLine} writes them. */
export const RECORD_COLUMNS =
  'import, line, kind, reference, role, given, surname, birth, sex, ethnicity, postcode, phone, document, occurred, offence, unknown_offence, place, team, markers';

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value in the text format of COPY; absent ones are NULL. */
export const escaped = (value: string | undefined): string =>
  value === undefined ? NULL : value.replaceAll(/[\\\t\n\r]/g, (special) => ESCAPES[special] as string);

const plain = (value: string | undefined): string => value ?? NULL;
const NULL = '\\N';

/**
 * A record as a line of COPY.
 *
 * @param isPlain nothing in it has to be escaped, which costs as much as all the rest
 */
export function recordLine(importNth: number, line: number, record: ForceRecord, isPlain: boolean): string {
  const text = isPlain ? plain : escaped;
  return `${importNth}\t${line}\t${record.kind}\t${text(record.reference)}\t${record.role}\t${text(record.given)}\t${text(record.surname)}\t${plain(record.birth)}\t${plain(record.sex)}\t${text(record.ethnicity)}\t${text(record.postcode)}\t${text(record.phone)}\t${text(record.document)}\t${record.occurred}\t${plain(record.offence)}\t${text(record.unknownOffence)}\t${text(record.place)}\t${text(record.team)}\t${text(record.markers)}\n`;
}
