import type { IncomingMessage } from 'node:http';
import { startFaulty, type FaultyOptions, type Reading, type Reply } from './translator-faults';

const LANGUAGES = ['bg', 'en', 'hu', 'pl', 'ro', 'sk', 'sq', 'vi'];

const error = (status: number, message: string): Reply => ({ status, body: { error: message } });
const refused = (status: number, message: string): Reading => ({ refused: error(status, message) });

/** LibreTranslate as its own server answers: keys in the body, limits of texts and characters, errors as `{ error }`. */
export function startLibreTranslate(
  options: FaultyOptions & { readonly key?: string; readonly charLimit?: number; readonly batchLimit?: number },
) {
  const { key, charLimit = -1, batchLimit = -1 } = options;

  const read = (request: IncomingMessage, body: string): Reading => {
    const { q, source, target, format = 'text', api_key } = JSON.parse(body) as Record<string, unknown>;
    if (key !== undefined && api_key === undefined)
      return refused(400, 'Please contact the server operator to get an API key');
    if (key !== undefined && api_key !== key) return refused(403, 'Invalid API key');
    if (!Array.isArray(q) || q.length === 0) return refused(400, 'Invalid request: missing q parameter');
    const texts = q as string[];
    if (batchLimit !== -1 && texts.length > batchLimit) return refused(400, tooMuch(texts.length, batchLimit));
    // As Python counts: code points.
    const characters = texts.reduce((sum, text) => sum + [...text].length, 0);
    if (charLimit !== -1 && characters > charLimit) return refused(400, tooMuch(characters, charLimit));
    if (typeof source !== 'string' || !LANGUAGES.includes(source)) return refused(400, `${source} is not supported`);
    if (target !== 'en') return refused(400, `${target} is not supported`);
    if (format !== 'text' && format !== 'html') return refused(400, `${format} format is not supported`);
    return { traceId: `${request.headers['x-request-id']}`, from: source, texts };
  };

  return startFaulty(
    {
      isTranslate: (request) => request.method === 'POST' && request.url === '/translate',
      read,
      answer: (answers) => ({ status: 200, body: { translatedText: answers } }),
      fault: (fault) =>
        fault === 'throttled' ? error(429, 'Slowdown: 80 per 1 minute') : error(503, 'Service unavailable'),
      other: ({ url }) => {
        if (url === '/languages')
          return {
            status: 200,
            body: LANGUAGES.map((code) => ({ code, name: code, targets: code === 'vi' ? ['vi'] : ['en', code] })),
          };
        if (url === '/frontend/settings')
          return { status: 200, body: { charLimit, batchLimit, apiKeys: key !== undefined, frontendTimeout: 500 } };
        if (url === '/spec') return { status: 200, body: { info: { title: 'LibreTranslate', version: '1.6.5' } } };
        return error(404, 'Not found');
      },
    },
    options,
  );
}

const tooMuch = (size: number, limit: number) => `Invalid request: request (${size}) exceeds text limit (${limit})`;
