import type { ForceRecord } from '../../domain/profiles/record';
import { escaped } from '../database/copy-in';

/** Columns of `force_record` in the order in which {@link recordLine} writes them. */
export const RECORD_COLUMNS =
  'import, line, kind, reference, role, given, surname, birth, sex, ethnicity, postcode, phone, document, occurred, offence, unknown_offence, place, team, markers';

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
