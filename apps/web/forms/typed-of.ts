import type { Typed } from './field';
import { dateParts, momentParts } from './times';

/** A body as it would have been typed, so that a form begins with what there is. Values that are null or absent are typed nowhere. */
export function typedOf(body: object, at = ''): Typed {
  const all = Object.entries(body).map(([name, value]) => typedAt(at === '' ? name : `${at}.${name}`, value));
  return Object.assign({}, ...all) as Typed;
}

function typedAt(path: string, value: unknown): Typed {
  if (value === null || value === undefined) return {};
  if (typeof value === 'boolean') return { [path]: value ? 'yes' : 'no' };
  if (typeof value === 'number') return { [path]: /pence/i.test(path) ? (value / 100).toFixed(2) : String(value) };
  if (Array.isArray(value)) {
    const rows = typedOf(Object.fromEntries(value.entries()), path);
    const chosen = value.filter((one): one is string => typeof one === 'string');
    return { ...rows, ...(chosen.length > 0 ? { [path]: chosen } : {}), [`${path}.rows`]: String(value.length) };
  }
  if (typeof value === 'object') return typedOf(value, path);
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { ...dateParts(path, text), [path]: text };
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return { ...momentParts(path, text), [path]: text };
  return { [path]: text };
}
