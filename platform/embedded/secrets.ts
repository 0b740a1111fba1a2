import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Database roles of ours. The owner migrates; each process has the least it needs; the auditor reads all and changes nothing. */
export const DATABASE_ROLES = ['owner', 'api', 'worker', 'jobs', 'auditor'] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

export interface Secrets {
  readonly databasePasswords: Readonly<Record<DatabaseRole, string>>;
  readonly postgresPassword: string;
  readonly temporalPassword: string;
  readonly redisPassword: string;
  /** As `PAYLOAD_KEYS` wants it: "id:base64". */
  readonly payloadKeys: string;
  readonly fingerprintKey: string;
  /** Confidential client of the development identity provider, for the pages. */
  readonly webClientSecret: string;
  /** As `SESSION_KEYS` wants it: "id:base64". */
  readonly sessionKeys: string;
  /** Confidential client of the development identity provider, for a system. */
  readonly systemClientSecret: string;
  /** Ed25519 private key that signs checkpoints and exports, PKCS #8 in PEM. */
  readonly checkpointKeyFile: string;
}

type Stored = Omit<Secrets, 'checkpointKeyFile'>;

/** Reads the secrets of a data folder; the first call makes them. Only the owner of the folder can read the files. */
export function readSecrets(folder: string): Secrets {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const file = path.join(folder, 'secrets.json');
  const checkpointKeyFile = path.join(folder, 'checkpoint.pem');
  if (!existsSync(checkpointKeyFile)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writePrivately(checkpointKeyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  }
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Stored) : undefined;
  const secrets = completed(kept);
  if (JSON.stringify(secrets) !== JSON.stringify(kept)) writePrivately(file, `${JSON.stringify(secrets, null, 2)}\n`);
  return { ...secrets, checkpointKeyFile };
}

/** Writes a file that only its owner can read, whole or not at all. */
export function writePrivately(file: string, text: string): void {
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, text, { mode: 0o600 });
  renameSync(draft, file);
}

/** The secrets that are kept, with those that an earlier release did not know. */
function completed(kept: Partial<Stored> = {}): Stored {
  // URL-safe, since passwords go into connection strings.
  const password = () => randomBytes(24).toString('base64url');
  const key = () => randomBytes(32).toString('base64');
  return {
    postgresPassword: password(),
    temporalPassword: password(),
    redisPassword: password(),
    payloadKeys: `k1:${key()}`,
    fingerprintKey: key(),
    webClientSecret: password(),
    systemClientSecret: password(),
    sessionKeys: `k1:${key()}`,
    ...kept,
    databasePasswords: {
      ...(Object.fromEntries(DATABASE_ROLES.map((role) => [role, password()])) as Record<DatabaseRole, string>),
      ...kept.databasePasswords,
    },
  };
}
