import type { IncomingMessage } from 'node:http';
import { startFaulty, type FaultyOptions, type Reading, type Reply } from './translator-faults';

/** Limits of one request (Azure Translator v3, service limits). */
const MOST_TEXTS = 1_000;
const MOST_CHARACTERS = 50_000;

/** Languages of the tests' Azure, by its own codes. */
const LANGUAGES = ['bg', 'en', 'hu', 'nb', 'pl', 'ro', 'sk', 'sq', 'sr-Cyrl', 'sr-Latn', 'vi', 'zh-Hans'];

/** As its reference writes them. */
const ERRORS: Readonly<Record<number, string>> = {
  400000: "One of the request inputs isn't valid.",
  400021: 'The API version parameter is missing or invalid.',
  400035: 'The source language ("From" field) isn\'t valid.',
  400036: 'The target language ("To" field) is missing or invalid.',
  400050: 'The input text is too long.',
  400071: "The value isn't valid for TextType.",
  400072: 'The array of input text has too many elements.',
  400074: "The body of the request isn't valid JSON.",
  400077: 'The maximum request size has been exceeded.',
  401000: "The request isn't authorized because credentials are missing or invalid.",
  403001: "The operation isn't allowed because the subscription has exceeded its free quota.",
  404000: 'Resource not found.',
  429001: 'The server rejected the request because the client has exceeded request limits.',
  503000: 'Service is temporarily unavailable. Retry.',
};

const error = (code: number): Reply => ({
  status: Math.floor(code / 1000),
  body: { error: { code, message: ERRORS[code] } },
});
const refused = (code: number): Reading => ({ refused: error(code) });

/**
 * Azure AI Translator v3 as its reference documents it: keys, regions and bearer tokens, limits, error bodies, metered usage.
 * It takes requests at its global path and at that of custom endpoints.
 */
export function startAzure(
  options: FaultyOptions & {
    readonly key?: string;
    readonly region?: string;
    readonly token?: string;
    /** Characters that may be translated before the free quota is used up. */
    readonly quota?: number;
  },
) {
  let used = 0;
  const isLetIn = ({ headers }: IncomingMessage) =>
    options.token !== undefined && headers.authorization === `Bearer ${options.token}`
      ? true
      : options.key !== undefined &&
        headers['ocp-apim-subscription-key'] === options.key &&
        (options.region === undefined || headers['ocp-apim-subscription-region'] === options.region);

  const read = (request: IncomingMessage, body: string): Reading => {
    const { searchParams: query } = addressOf(request);
    if (!isLetIn(request)) return refused(401000);
    if (query.get('api-version') !== '3.0') return refused(400021);
    if (query.get('to') !== 'en') return refused(400036);
    const from = query.get('from');
    if (from === null || !LANGUAGES.includes(from)) return refused(400035);
    if (!['plain', 'html', null].includes(query.get('textType'))) return refused(400071);
    const texts = textsOf(body);
    if (texts === undefined) return refused(400074);
    if (texts.length === 0 || texts.some((text) => typeof text !== 'string')) return refused(400000);
    if (texts.length > MOST_TEXTS) return refused(400072);
    if (texts.some((text) => text.length > MOST_CHARACTERS)) return refused(400050);
    const characters = texts.reduce((sum, { length }) => sum + length, 0);
    if (characters > MOST_CHARACTERS) return refused(400077);
    if (used + characters > (options.quota ?? Infinity)) return refused(403001);
    used += characters;
    return { traceId: `${request.headers['x-clienttraceid']}`, from, texts };
  };

  return startFaulty(
    {
      isTranslate: (request) => request.method === 'POST' && /\/translate$/.test(addressOf(request).pathname),
      read,
      answer: (answers, charged) => ({
        status: 200,
        body: answers.map((text) => ({ translations: [{ text, to: 'en' }] })),
        headers: { 'x-metered-usage': `${charged}`, 'x-mt-system': 'Microsoft', 'x-requestid': 'test' },
      }),
      fault: (fault) => error(fault === 'throttled' ? 429001 : 503000),
      other: (request) => {
        const { pathname } = addressOf(request);
        if (request.method !== 'GET' || !pathname.endsWith('/languages')) return error(404000);
        const named = LANGUAGES.map((code) => [code, { name: code, nativeName: code, dir: 'ltr' }]);
        return { status: 200, body: { translation: Object.fromEntries(named) } };
      },
    },
    options,
  );
}

const addressOf = (request: IncomingMessage) => new URL(request.url ?? '', 'http://azure.invalid');

function textsOf(body: string): string[] | undefined {
  try {
    const parsed = JSON.parse(body) as { text?: string; Text?: string }[];
    return parsed.map((one) => (one.text ?? one.Text) as string);
  } catch {
    return undefined;
  }
}
