import { z } from 'zod';

/**
 * The one place that reads the environment. A process fails at boot by the variable's name, never later by surprise.
 *
 * Every process receives the connection of its own database role in `DATABASE_URL`.
 */
const keyRing = z
  .string()
  .regex(/^[\w-]+:[A-Za-z0-9+/=]{43,44}(,[\w-]+:[A-Za-z0-9+/=]{43,44})*$/, {
    message: 'must be "id:base64 of 32 bytes", several separated by commas; the first one encrypts, all decrypt',
  })
  .transform((text) =>
    text.split(',').map((entry) => {
      const at = entry.indexOf(':');
      return { id: entry.slice(0, at), key: Buffer.from(entry.slice(at + 1), 'base64') };
    }),
  );

const rate = z.coerce.number().int().min(1);

const port = z.coerce.number().int().min(0).max(65_535);

const address = z.string().regex(/^[^\s:]+:\d+$/, { message: 'must be host:port' });

const variables = {
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }),
  TEMPORAL_ADDRESS: address,
  TEMPORAL_NAMESPACE: z.string().min(1).default('waymark'),
  OIDC_ISSUER: z.url(),
  OIDC_AUDIENCE: z.string().min(1).default('waymark-api'),
  /** Clients through which people sign in, separated by commas: their sign-outs are listened to. */
  OIDC_CLIENTS: z
    .string()
    .regex(/^[\w-]+(,[\w-]+)*$/, { message: 'must be client ids separated by commas' })
    .default('waymark-cli,waymark-web')
    .transform((text) => text.split(',')),
  /** Key ring of the Temporal payload codec (AES-256-GCM). */
  PAYLOAD_KEYS: keyRing,
  /** Keyed digest of command bodies, so that a stored fingerprint gives nothing away. Base64 of 32 bytes. */
  FINGERPRINT_KEY: z.base64().transform((text) => Buffer.from(text, 'base64')),
  /** Folder outside the database where signed checkpoints of the timelines are kept. */
  CHECKPOINT_DIR: z.string().min(1),
  /** File of the Ed25519 key that signs checkpoints and exports, PEM: the private key to sign, the public one is enough to verify. */
  CHECKPOINT_KEY_FILE: z.string().min(1),
  /** Folder that keeps the workflow bundle of every released version, so that pinned operations can finish on theirs. */
  BUNDLE_DIR: z.string().min(1),
  /** Folder where files are kept; with a bucket, only while they are taken in. */
  FILES_DIR: z.string().min(1),
  /** Most bytes of one file. */
  FILES_MAX_BYTES: z.coerce.number().int().min(1).default(2_000_000_000),
  /** Largest file of force data. */
  IMPORT_MAX_BYTES: z.coerce.number().int().min(1).default(4_000_000_000),
  /** Bucket that keeps files instead of the folder. Its credentials are found as Amazon's own tools find them. */
  FILES_S3_BUCKET: z.string().min(1).optional(),
  /** Address of an S3 server other than Amazon's. */
  FILES_S3_ENDPOINT: z.url().optional(),
  FILES_S3_REGION: z.string().min(1).default('eu-west-2'),
  /** ClamAV's daemon, which then scans each file before it is kept. */
  CLAMD_ADDRESS: address
    .transform((text) => {
      const [host = '', port] = text.split(':');
      return { host, port: Number(port) };
    })
    .optional(),
  /** Requests that one person, or one system, may send in a minute. */
  RATE_PER_PERSON: rate.default(600),
  /** Requests without a valid token that may come from one address in a minute. */
  RATE_PER_ADDRESS: rate.default(60),
  /** How often one person may try to break the glass in an hour. */
  RATE_BREAK_GLASS: rate.default(20),
  /** People and things that one person may look for in de-confliction in an hour. */
  RATE_DECONFLICTION: rate.default(1_000),
  /** Live streams that one person may have open at each process of the API. */
  STREAMS_PER_PERSON: rate.default(20),
  /** First pause before a webhook is tried again; each is twice the one before. */
  WEBHOOK_RETRY_MS: z.coerce.number().int().min(1).default(5_000),
  /** Whether webhooks may have plain http and addresses that are private or of this machine. */
  WEBHOOK_PRIVATE_ADDRESSES: z.stringbool().default(false),
  /** The only hosts that webhooks may have, separated by commas; without it, any. */
  WEBHOOK_HOSTS: z
    .string()
    .regex(/^[\w.:[\]-]+(,[\w.:[\]-]+)*$/, { message: 'must be host names separated by commas' })
    .transform((text) => text.toLowerCase().split(','))
    .optional(),
  TRANSLATOR_AZURE_ENDPOINT: z.url().default('https://api.cognitive.microsofttranslator.com'),
  /** Key of Azure AI Translator; without one, or an identity, Azure is not asked. */
  TRANSLATOR_AZURE_KEY: z.string().min(1).optional(),
  /** Whether the Entra identity of the machine or environment signs in, in place of a key. */
  TRANSLATOR_AZURE_IDENTITY: z.stringbool().default(false),
  /** Resource that an identity signs in to, for endpoints that are not the resource's own. */
  TRANSLATOR_AZURE_RESOURCE_ID: z.string().min(1).optional(),
  TRANSLATOR_AZURE_REGION: z.string().min(1).optional(),
  /** What a million characters cost. */
  TRANSLATOR_AZURE_PENCE_PER_MILLION: z.coerce.number().min(0).default(800),
  /** Address of a LibreTranslate server. */
  TRANSLATOR_LIBRETRANSLATE_URL: z.url().optional(),
  TRANSLATOR_LIBRETRANSLATE_KEY: z.string().min(1).optional(),
  /** Whether that server is a machine of the force's own. */
  TRANSLATOR_LIBRETRANSLATE_ON_PREMISES: z.stringbool().default(false),
  /** How long a provider that is reached by network may take to answer a request. */
  TRANSLATOR_TIMEOUT_MS: z.coerce.number().int().min(1).default(30_000),
  /** Address of the API, for the pages. */
  API_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, '')),
  /** Confidential client by which the pages sign people in. */
  OIDC_WEB_CLIENT: z.string().min(1),
  OIDC_WEB_SECRET: z.string().min(1),
  /** Key ring that seals sessions and what was typed (AES-256-GCM). */
  SESSION_KEYS: keyRing,
  /** Address by which people reach the pages. */
  WEB_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, '')),
  WEB_HOST: z.string().default('127.0.0.1'),
  WEB_PORT: port.default(3000),
  /** Addresses or networks that are believed about whose request they pass on, separated by commas; the pages are one. */
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[\w.:/]+(,[\w.:/]+)*$/, { message: 'must be addresses or networks separated by commas' })
    .default('127.0.0.1')
    .transform((text) => text.split(',')),
  API_HOST: z.string().default('127.0.0.1'),
  API_PORT: port.default(3001),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
} as const;

type Variable = keyof typeof variables;
/** Variables as read. */
export type Values<V extends Variable> = { readonly [K in V]: z.output<(typeof variables)[K]> };

/** Thrown at boot; its message names every variable that is missing or malformed, one a line. */
export class ConfigurationError extends Error {}

/**
 * Reads the named variables.
 *
 * @throws ConfigurationError naming each variable that is missing or malformed
 */
export function readConfig<V extends Variable>(
  names: readonly V[],
  environment: Record<string, string | undefined> = process.env,
): Values<V> {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const name of names) {
    const result = variables[name].safeParse(environment[name]);
    if (result.success) values[name] = result.data;
    else problems.push(`${name}: ${result.error.issues[0]?.message ?? 'invalid'}`);
  }
  if (problems.length > 0) throw new ConfigurationError(`Configuration is incomplete.\n${problems.join('\n')}`);
  return values as Values<V>;
}
