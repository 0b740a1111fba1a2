import { createHash } from 'node:crypto';

/** A row of the access log exactly as it is stored. `at` is RFC 3339 UTC with milliseconds, `digest` hexadecimal. */
export interface StoredAccess {
  readonly id: string;
  readonly at: string;
  readonly request: string;
  readonly person: string | null;
  readonly roles: readonly string[];
  readonly force: string | null;
  readonly kind: string;
  readonly route: string;
  readonly operation: string | null;
  /** As the database writes it. */
  readonly what: string;
  readonly justification: string | null;
  readonly address: string;
  readonly client: string | null;
  readonly outcome: string;
  readonly status: number;
  readonly records: number;
  readonly digest: string;
}

/** The columns of a row as {@link StoredAccess} has them. */
export const STORED_ACCESS = `l.id, rfc3339(l.at) AS at, l.request, l.person, l.roles, l.force, l.kind, l.route, l.operation,
  l.what::text AS what, l.justification, l.address, l.client, l.outcome, l.status, l.records, encode(l.digest, 'hex') AS digest`;

/** The digest of a row as docs/adr/0016 defines it. Built without the database's own functions. */
export function accessDigestOf(row: Omit<StoredAccess, 'digest'>): string {
  const lines = [
    Number(row.id),
    row.at,
    row.request,
    row.person,
    row.roles,
    row.force,
    row.kind,
    row.route,
    row.operation,
    row.what,
    row.justification,
    row.address,
    row.client,
    row.outcome,
    row.status,
    row.records,
  ].map((value) => JSON.stringify(value));
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
