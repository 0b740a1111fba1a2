import type { ForceRecord } from '../../domain/profiles/record';

/** Columns of `force_record` in the order in which {@link recordLine} writes them. */
export const RECORD_COLUMNS =
  'import, line, kind, reference, role, given, surname, birth, sex, ethnicity, postcode, phone, document, occurred, offence, unknown_offence, place, team, markers';

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value in the text format of COPY; absent ones are NULL. */
export const escaped = (value: string | undefined): string =>
  value === undefined ? NULL : value.replaceAll(/[\\\t\n\r]/g, (special) => ESCAPES[special] as string);

export const NULL = '\\N';

/** A record as a line of COPY. */
export const recordLine = (importNth: number, line: number, record: ForceRecord): string =>
  [
    importNth,
    line,
    record.kind,
    escaped(record.reference),
    record.role,
    escaped(record.given),
    escaped(record.surname),
    escaped(record.birth),
    escaped(record.sex),
    escaped(record.ethnicity),
    escaped(record.postcode),
    escaped(record.phone),
    escaped(record.document),
    record.occurred,
    escaped(record.offence),
    escaped(record.unknownOffence),
    escaped(record.place),
    escaped(record.team),
    escaped(record.markers),
  ].join('\t');
