import { StreamableFile } from '@nestjs/common';
import type { AccessOutcome } from '../../../domain/access/access-log';
import { REFERENCE } from '../../../domain/operation/reference';
import type { ApiRequest } from '../http/request';
import type { AccessEntry } from './access-entry';

const CLIENT_LIMIT = 200;

/** What became of a request, as far as the access log tells it. */
export interface Outcome {
  readonly outcome: AccessOutcome;
  readonly status: number;
  /** What was answered, if something was. */
  readonly answer?: unknown;
}

/** The values of a row, in the order that `log_access` takes them. */
export function accessRow(request: ApiRequest, entry: AccessEntry, { outcome, status, answer }: Outcome): unknown[] {
  const actor = request.identity?.actor;
  const { reference, ...params } = request.params;
  const operation = typeof reference === 'string' && REFERENCE.test(reference) ? reference : null;
  const { records, listed } = heldBy(answer);
  const what = {
    ...whereSome('asked', {
      ...(operation === null && reference !== undefined ? { reference } : {}),
      ...params,
      ...request.query,
    }),
    ...entry.noted,
    ...(listed.length === 0 ? {} : { listed }),
  };
  return [
    request.requestId,
    actor?.id ?? null,
    actor?.roles ?? [],
    actor?.force ?? null,
    entry.kind,
    entry.route.id,
    operation,
    JSON.stringify(storable(what)),
    storable(entry.justification),
    request.ip ?? '',
    storable(request.get('user-agent')?.slice(0, CLIENT_LIMIT) ?? null),
    outcome,
    status,
    records,
  ];
}

const whereSome = (name: string, facts: object) => (Object.keys(facts).length === 0 ? {} : { [name]: facts });

/** How many records an answer holds, and which operations a list of them shows. */
function heldBy(answer: unknown): { readonly records: number; readonly listed: readonly string[] } {
  if (answer === undefined || answer === null) return { records: 0, listed: [] };
  const items: unknown =
    !(answer instanceof StreamableFile) && typeof answer === 'object' && 'items' in answer ? answer.items : undefined;
  if (!Array.isArray(items)) return { records: 1, listed: [] };
  const references = items.map((item: unknown) => (item as { reference?: unknown } | null)?.reference);
  return { records: items.length, listed: [...new Set(references.filter((one) => typeof one === 'string'))] };
}

/** The same without what PostgreSQL cannot hold in a text: a sign for it stands in its place. */
function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\ufffd').toWellFormed();
  if (Array.isArray(value)) return value.map(storable);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [storable(name), storable(item)]));
}
