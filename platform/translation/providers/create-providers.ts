import { Apertium } from './apertium';
import { AzureTranslator, type AzureOptions } from './azure';
import { entraIdentity } from './entra';
import { Gloss } from './gloss';
import { LibreTranslate } from './libretranslate';
import type { TranslationProvider } from './provider';
import type { ProviderConfig } from './provider-variables';

export interface Providers {
  /** The best first. Those of this machine are always among them, and say by their health what is installed. */
  readonly providers: readonly TranslationProvider[];
  /** Ends the programs that were started. */
  close(): Promise<void>;
}

/** The providers that the configuration names, and those of this machine. Nothing connects or starts before it is used. */
export function createProviders(config: ProviderConfig): Providers {
  const { TRANSLATOR_TIMEOUT_MS: timeoutMs, TRANSLATOR_LIBRETRANSLATE_URL: url } = config;
  const providers: TranslationProvider[] = [];
  const credential = azureCredential(config);
  if (credential !== undefined)
    providers.push(
      new AzureTranslator({
        endpoint: config.TRANSLATOR_AZURE_ENDPOINT,
        credential,
        region: config.TRANSLATOR_AZURE_REGION,
        pencePerMillion: config.TRANSLATOR_AZURE_PENCE_PER_MILLION,
        timeoutMs,
      }),
    );
  if (url !== undefined)
    providers.push(
      new LibreTranslate({
        url,
        key: config.TRANSLATOR_LIBRETRANSLATE_KEY,
        isOnPremises: config.TRANSLATOR_LIBRETRANSLATE_ON_PREMISES,
        timeoutMs,
      }),
    );
  const apertium = new Apertium();
  const gloss = new Gloss();
  const close = async () => {
    apertium.close();
    await gloss.close();
  };
  return { providers: [...providers, apertium, gloss], close };
}

/** A key where there is one, else an identity where one may sign in. */
function azureCredential(config: ProviderConfig): AzureOptions['credential'] | undefined {
  const { TRANSLATOR_AZURE_KEY: key, TRANSLATOR_AZURE_RESOURCE_ID: resourceId } = config;
  if (key !== undefined) return { key };
  if (!config.TRANSLATOR_AZURE_IDENTITY) return undefined;
  return { identity: entraIdentity(), ...(resourceId === undefined ? {} : { resourceId }) };
}
