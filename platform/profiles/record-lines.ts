import type { ForceRecord } from '../../domain/profiles/record';

/** Columns of `force_record` in the order in which {@link recordLine} writes them. */
export const RECORD_COLUMNS =
  'import, line, kind, reference, role, given, surname, birth, sex, ethnicity, postcode, phone, document, occurred, offence, unknown_offence, place, team, markers';

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value in the text format of COPY; absent ones are NULL. */
export const escaped = (value: string | undefined): string =>
  value === undefined ? NULL : value.replaceAll(/[\\\t\n\r]/g, (special) => ESCAPES[special] as string);

const NULL = '\\N';

/**
 * A record as a line of COPY.
 *
 * @param isPlain nothing in it has to be escaped
 */
export function recordLine(importNth: number, line: number, record: ForceRecord, isPlain: boolean): string {
  const text = isPlain ? plain : escaped;
  return [
    importNth,
    line,
    record.kind,
    text(record.reference),
    record.role,
    text(record.given),
    text(record.surname),
    plain(record.birth),
    plain(record.sex),
    text(record.ethnicity),
    text(record.postcode),
    text(record.phone),
    text(record.document),
    record.occurred,
    plain(record.offence),
    text(record.unknownOffence),
    text(record.place),
    text(record.team),
    text(record.markers),
  ].join('\t');
}

const plain = (value: string | undefined): string => value ?? NULL;
