import { z } from 'zod';
import { ProviderFailure } from './provider';

/** What to do about Azure's errors, by their codes (Translator v3 reference, “Errors”). */
const BY_CODE: Readonly<Record<number, string>> = {
  400003: 'does not know the language: choose another provider for it',
  400019: 'does not translate the language: choose another provider for it',
  400023: 'does not translate the language into English: choose another provider for it',
  400035: 'does not translate the language: choose another provider for it',
  400050: 'finds a text too long: split it',
  400072: 'finds too many texts in one request: send fewer',
  400077: 'finds the request too long: send fewer texts',
  401000: 'does not accept the credentials: check key and region, or the role of the identity',
  401015: 'was given a key of the Speech service: give one of a Translator resource',
  403001: 'has no more of its free quota left: wait for the next month or take a paid tier',
};

const BY_STATUS: Readonly<Record<number, string>> = {
  400: 'does not accept the request: check its endpoint',
  401: 'does not accept the credentials: check key and region, or the role of the identity',
  403: 'does not allow the request: check the quota, the firewall and the role of the identity',
  404: 'is not at this endpoint: give the one under “Keys and Endpoint” of the Azure portal',
  413: 'finds the request too long: send fewer texts',
};

// Before a request reaches the Translator, the gateway refuses it with codes that are texts.
const errorSchema = z.object({ error: z.object({ code: z.coerce.number().int() }) });

/** A refusal in words of ours: Azure's own messages may quote the request. */
export function azureRefusal(status: number, body: unknown): ProviderFailure {
  const { data } = errorSchema.safeParse(body);
  const code = data?.error.code ?? status;
  const why = BY_CODE[code] ?? BY_STATUS[status] ?? 'does not accept the request';
  return new ProviderFailure('refused', `Azure Translator ${why} (${code}).`);
}
