/** As deep as objects within objects are looked into. [P] */
const DEPTH = 4;

/** Numbers of messengers are often longer than a number of JavaScript can be. */
const LONG_NUMBER = /\d{16}/;

/** @returns undefined where the text is no JSON object; whole numbers too long to be kept as such are texts */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = LONG_NUMBER.test(text) ? JSON.parse(text, asWritten) : JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The keys of an object, those of objects within it too. */
export function keysOf(value: Readonly<Record<string, unknown>>, within = '', depth = 1): string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    isObject(inner) && depth < DEPTH ? keysOf(inner, `${within}${key}.`, depth + 1) : [`${within}${key}`],
  );
}

/** What stands under a key, as text; lists one after another. */
export function textAt(value: Readonly<Record<string, unknown>>, key: string): string {
  if (Object.hasOwn(value, key)) return textOf(value[key]);
  let found: unknown = value;
  for (const part of key.split('.')) {
    if (!isObject(found) || !Object.hasOwn(found, part)) return '';
    found = found[part];
  }
  return textOf(found);
}

/** Telegram writes a text with links as a list of texts, and of objects that have one. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) {
    const texts = value.map((one: unknown) => (isObject(one) && typeof one.text === 'string' ? one.text : textOf(one)));
    return texts.join(value.some(isObject) ? '' : ', ');
  }
  return isObject(value) ? JSON.stringify(value) : String(value as number | boolean);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function asWritten(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' && !Number.isSafeInteger(value) && Number.isInteger(value)
    ? (context?.source ?? value)
    : value;
}
