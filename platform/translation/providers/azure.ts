import createClient, {
  type TextTranslationClient,
  type TranslatorTokenCredential,
} from '@azure-rest/ai-translation-text';
import { z } from 'zod';
import { azureLanguage, isoLanguages } from './azure-languages';
import { azureRefusal } from './azure-refusals';
import { failureByStatus, networkFailure, Patience } from './network-failure';
import {
  ProviderFailure,
  type ProviderAnswer,
  type ProviderHealth,
  type ProviderRequest,
  type TranslationProvider,
} from './provider';

const NAME = 'Azure Translator';
/** It answers within 15 seconds (service limits, “Latency”); twice that is waited for. [P] */
const TIMEOUT_MS = 30_000;
const HEALTH_TIMEOUT_MS = 5_000;
const SCOPE = 'https://cognitiveservices.azure.com/.default';

/** Parts of the client that we do without. Its options cannot say so: it takes none without a credential of its own. */
const NOT_WANTED = [
  'defaultRetryPolicy',
  'redirectPolicy',
  // When a connection breaks in the middle of a packed answer, the client waits for the rest for ever.
  'decompressResponsePolicy',
];

/** An Entra identity, which keeps its tokens until they expire, as those of `@azure/identity` do. */
export type TokenSource = Pick<TranslatorTokenCredential['tokenCredential'], 'getToken'>;

export interface AzureOptions {
  /** Global, geographical or custom, as in “Keys and Endpoint” of the Azure portal. */
  readonly endpoint: string;
  readonly credential:
    | { readonly key: string }
    | {
        readonly identity: TokenSource;
        /** Named to endpoints that are not the resource's own. */
        readonly resourceId?: string;
      };
  /** Of the resource, where that is not global. */
  readonly region?: string | undefined;
  readonly pencePerMillion: number;
  readonly timeoutMs?: number;
}

const answerSchema = z.array(
  z.object({ translations: z.tuple([z.object({ text: z.string(), to: z.literal('en') })]) }),
);
const languagesSchema = z.object({ translation: z.record(z.string(), z.unknown()) });

/**
 * Azure AI Translator v3 by its official client. Each request is sent once: the client neither tries again nor follows where it is
 * sent on.
 */
export class AzureTranslator implements TranslationProvider {
  readonly id = 'azure';
  readonly kind = 'translation';
  readonly leavesPremises = true;
  /** Of its interface: Azure does not say which of its models answers. */
  readonly version = 'v3.0';
  /** Service limits of `translate`; it counts UTF-16 code units. */
  readonly limits = { texts: 1_000, characters: 50_000 };
  readonly pencePerMillion: number;
  private readonly client: TextTranslationClient;
  private readonly isInsecureAllowed: boolean;

  /** @throws TypeError where the endpoint is no address */
  constructor(private readonly options: AzureOptions) {
    this.pencePerMillion = options.pencePerMillion;
    const { hostname } = new URL(options.endpoint);
    this.isInsecureAllowed = hostname === '127.0.0.1' || hostname === 'localhost';
    this.client = createClient(options.endpoint.replace(/\/+$/, ''));
    for (const name of NOT_WANTED) this.client.pipeline.removePolicy({ name });
    // The client's own policy for tokens sends a request again when it is challenged.
    this.client.pipeline.addPolicy({
      name: 'waymark-credential',
      sendRequest: async (request, next) => {
        for (const [name, value] of await this.credentials(request.abortSignal)) request.headers.set(name, value);
        return next(request);
      },
    });
  }

  async health(): Promise<ProviderHealth> {
    try {
      const languages = await this.languages();
      return { isHealthy: true, detail: `${NAME} answers, with ${languages.length} languages.` };
    } catch (error) {
      return { isHealthy: false, detail: (error as Error).message };
    }
  }

  async languages(): Promise<readonly string[]> {
    const patience = new Patience(NAME, new AbortController().signal, HEALTH_TIMEOUT_MS);
    const { body } = await this.send(patience, () =>
      this.client.path('/languages').get({
        queryParameters: { scope: 'translation' },
        abortSignal: patience.signal,
        allowInsecureConnection: this.isInsecureAllowed,
      }),
    );
    return isoLanguages(Object.keys(documented(languagesSchema, body).translation));
  }

  async translate({ texts, from, traceId, signal }: ProviderRequest): Promise<ProviderAnswer> {
    const patience = new Patience(NAME, signal, this.options.timeoutMs ?? TIMEOUT_MS);
    const { headers, body } = await this.send(patience, () =>
      this.client.path('/translate').post({
        queryParameters: { from: azureLanguage(from, texts), to: 'en', textType: 'plain' },
        headers: { 'X-ClientTraceId': traceId },
        body: texts.map((text) => ({ text })),
        abortSignal: patience.signal,
        allowInsecureConnection: this.isInsecureAllowed,
      }),
    );
    const answers = documented(answerSchema, body);
    if (answers.length !== texts.length)
      throw new ProviderFailure('malformed', `${NAME} answered ${answers.length} texts of ${texts.length}.`);
    const metered = Number(headers['x-metered-usage']);
    return {
      texts: answers.map(({ translations: [{ text }] }) => text),
      chargedCharacters: Number.isSafeInteger(metered) && metered > 0 ? metered : lengthOf(texts),
    };
  }

  /** Sends and tells each way in which that fails; never by the client's own messages, some of which hold what was answered. */
  private async send(patience: Patience, request: () => PromiseLike<Response>): Promise<Response> {
    const response = await Promise.resolve(request()).catch((error: unknown) => {
      throw patience.failure() ?? this.failureOf(error);
    });
    if (response.status === '200') return response;
    throw this.failureOfStatus(Number(response.status), response.headers, response.body);
  }

  private failureOf(error: unknown): ProviderFailure {
    if (error instanceof ProviderFailure) return error;
    const { code, statusCode, response } = error as Partial<{
      code: string;
      statusCode: number;
      response: { headers: { toJSON(): Headers } };
    }>;
    // Only an answer that had come wholly and is no JSON has a status here.
    if (statusCode === 200) return new ProviderFailure('malformed', `${NAME} answered something that is no JSON.`);
    if (statusCode !== undefined) return this.failureOfStatus(statusCode, response?.headers.toJSON() ?? {}, undefined);
    if (/allowInsecureConnection/.test((error as Error).message))
      return new ProviderFailure(
        'refused',
        `Give an endpoint of ${NAME} that begins with https: texts would go in clear.`,
      );
    return networkFailure(NAME, code === 'PARSE_ERROR' || code === 'REQUEST_SEND_ERROR' ? undefined : code);
  }

  private failureOfStatus(status: number, headers: Headers, body: unknown): ProviderFailure {
    return failureByStatus(NAME, status, headers['retry-after']) ?? azureRefusal(status, body);
  }

  private async credentials(abortSignal: Parameters<typeof this.token>[0]): Promise<[string, string][]> {
    const { credential, region } = this.options;
    const named: [string, string][] = region === undefined ? [] : [['Ocp-Apim-Subscription-Region', region]];
    if ('key' in credential) return [...named, ['Ocp-Apim-Subscription-Key', credential.key]];
    const { resourceId } = credential;
    if (resourceId !== undefined) named.push(['Ocp-Apim-ResourceId', resourceId]);
    return [...named, ['Authorization', `Bearer ${await this.token(abortSignal)}`]];
  }

  private async token(abortSignal: AbortLike): Promise<string> {
    const { credential } = this.options;
    const token =
      'identity' in credential
        ? await credential.identity.getToken(SCOPE, abortSignal ? { abortSignal } : {}).catch(() => null)
        : null;
    if (token) return token.token;
    throw new ProviderFailure(
      'unavailable',
      `No token for ${NAME} was to be had: check the identity's sign-in to Entra.`,
    );
  }
}

type Headers = Readonly<Record<string, string | undefined>>;
type AbortLike = NonNullable<Parameters<TokenSource['getToken']>[1]>['abortSignal'];

interface Response {
  readonly status: string;
  readonly headers: Headers;
  readonly body: unknown;
}

function documented<T>(schema: z.ZodType<T>, body: unknown): T {
  const { success, data } = schema.safeParse(body);
  if (success) return data;
  throw new ProviderFailure('malformed', `${NAME} answered something that its reference does not describe.`);
}

const lengthOf = (texts: readonly string[]) => texts.reduce((sum, { length }) => sum + length, 0);
