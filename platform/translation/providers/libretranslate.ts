import { z } from 'zod';
import { failureByStatus, networkFailure, Patience } from './network-failure';
import {
  ProviderFailure,
  type ProviderAnswer,
  type ProviderHealth,
  type ProviderRequest,
  type RequestLimits,
  type TranslationProvider,
} from './provider';

const NAME = 'LibreTranslate';
/** It translates on processors as a rule, text after text. [P] */
const TIMEOUT_MS = 120_000;
const HEALTH_TIMEOUT_MS = 5_000;
/** What one request may hold where the server sets no limit, so that it is answered within the time-out; and before the server was asked. [P] */
const OWN_LIMITS: RequestLimits = { texts: 100, characters: 10_000 };

export interface LibreTranslateOptions {
  readonly url: string;
  readonly key?: string | undefined;
  /** Whether the server is a machine of the force's own. */
  readonly isOnPremises: boolean;
  readonly timeoutMs?: number;
}

const answerSchema = z.object({ translatedText: z.array(z.string()) });
const languagesSchema = z.array(z.object({ code: z.string(), targets: z.array(z.string()).optional() }));
const settingsSchema = z.object({ charLimit: z.number().int(), batchLimit: z.number().int().optional() });
const specSchema = z.object({ info: z.object({ version: z.string() }) });

/** A LibreTranslate server over HTTP. Its limits and version are its own once `health()` has been asked. */
export class LibreTranslate implements TranslationProvider {
  readonly id = 'libretranslate';
  readonly kind = 'translation';
  readonly leavesPremises: boolean;
  readonly pencePerMillion = 0;
  private readonly base: string;
  private known = { version: 'unknown', limits: OWN_LIMITS };

  constructor(private readonly options: LibreTranslateOptions) {
    this.leavesPremises = !options.isOnPremises;
    this.base = options.url.replace(/\/+$/, '');
  }

  get version(): string {
    return this.known.version;
  }

  get limits(): RequestLimits {
    return this.known.limits;
  }

  async health(): Promise<ProviderHealth> {
    try {
      const { charLimit, batchLimit = -1 } = documented(settingsSchema, await this.get('/frontend/settings'));
      const { version } = documented(specSchema, await this.get('/spec')).info;
      const limits = {
        texts: least(OWN_LIMITS.texts, batchLimit),
        characters: least(OWN_LIMITS.characters, charLimit),
      };
      this.known = { version, limits };
      return { isHealthy: true, detail: `${NAME} ${version} answers.` };
    } catch (error) {
      return { isHealthy: false, detail: (error as Error).message };
    }
  }

  async languages(): Promise<readonly string[]> {
    return documented(languagesSchema, await this.get('/languages'))
      .filter(({ code, targets }) => code.length === 2 && code !== 'en' && (targets?.includes('en') ?? true))
      .map(({ code }) => code)
      .sort();
  }

  async translate({ texts, from, traceId, signal }: ProviderRequest): Promise<ProviderAnswer> {
    const { key, timeoutMs = TIMEOUT_MS } = this.options;
    const patience = new Patience(NAME, signal, timeoutMs);
    const api_key = key === undefined ? {} : { api_key: key };
    const body = await this.ask(patience, '/translate', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': traceId },
      body: JSON.stringify({ q: texts, source: from, target: 'en', format: 'text', ...api_key }),
    });
    const { translatedText } = documented(answerSchema, body);
    if (translatedText.length !== texts.length)
      throw new ProviderFailure('malformed', `${NAME} answered ${translatedText.length} texts of ${texts.length}.`);
    return { texts: translatedText, chargedCharacters: texts.reduce((sum, { length }) => sum + length, 0) };
  }

  private get(path: string): Promise<unknown> {
    return this.ask(new Patience(NAME, new AbortController().signal, HEALTH_TIMEOUT_MS), path, {});
  }

  private async ask(patience: Patience, path: string, init: RequestInit): Promise<unknown> {
    const { status, headers, text } = await this.fetched(patience, path, init).catch((error: unknown) => {
      const { cause } = error as { cause?: { code?: string } };
      throw patience.failure() ?? networkFailure(NAME, cause?.code);
    });
    if (status !== 200)
      throw failureByStatus(NAME, status, headers.get('retry-after') ?? undefined) ?? refusal(status, text);
    const body = parsed(text);
    if (body === undefined) throw new ProviderFailure('malformed', `${NAME} answered something that is no JSON.`);
    return body;
  }

  private async fetched(patience: Patience, path: string, init: RequestInit) {
    // Followed, a redirect would send the texts, and the key, to an address that nobody gave.
    const response = await fetch(`${this.base}${path}`, { ...init, redirect: 'manual', signal: patience.signal });
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
}

/** -1 means no limit. */
const least = (ours: number, theirs: number) => (theirs > 0 ? Math.min(ours, theirs) : ours);

/** What it says, in words of ours: its messages may quote the request. They are recognised as its code writes them in English. */
function refusal(status: number, text: string): ProviderFailure {
  const { error = '' } = (parsed(text) ?? {}) as { error?: unknown };
  const said = String(error);
  // It bans an address that has been told to slow down too often, and lets it in again by and by.
  if (/Too many request limits/.test(said))
    return new ProviderFailure('throttled', `${NAME} has banned this address for too many requests.`);
  const why =
    REFUSALS.find(([pattern]) => pattern.test(said))?.[1] ?? OTHERWISE[status] ?? 'does not accept the request';
  return new ProviderFailure('refused', `${NAME} ${why} (${status}).`);
}

const REFUSALS: readonly (readonly [RegExp, string])[] = [
  [/API key/, 'does not accept the key: give the right one, or have the operator make one'],
  [/exceeds text limit/, 'finds the request too long: send fewer texts'],
  [
    /not supported|not available as a target/,
    'does not translate the language into English: choose another provider for it',
  ],
];
const OTHERWISE: Readonly<Record<number, string>> = {
  401: 'does not let anybody in at this address: check it',
  403: 'does not accept the key: give the right one, or have the operator make one',
  404: 'is not at this address: check it',
  413: 'finds the request too long: send fewer texts',
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function documented<T>(schema: z.ZodType<T>, body: unknown): T {
  const { success, data } = schema.safeParse(body);
  if (success) return data;
  throw new ProviderFailure('malformed', `${NAME} answered something that its interface does not describe.`);
}
