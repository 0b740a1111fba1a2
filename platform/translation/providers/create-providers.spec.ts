import { createProviders } from './create-providers';

const NOBODY = {
  TRANSLATOR_AZURE_ENDPOINT: 'https://api.cognitive.microsofttranslator.com',
  TRANSLATOR_AZURE_KEY: undefined,
  TRANSLATOR_AZURE_REGION: undefined,
  TRANSLATOR_AZURE_PENCE_PER_MILLION: 800,
  TRANSLATOR_LIBRETRANSLATE_URL: undefined,
  TRANSLATOR_LIBRETRANSLATE_KEY: undefined,
  TRANSLATOR_LIBRETRANSLATE_ON_PREMISES: false,
  TRANSLATOR_AZURE_IDENTITY: false,
  TRANSLATOR_AZURE_RESOURCE_ID: undefined,
  TRANSLATOR_TIMEOUT_MS: 30_000,
};

describe('the providers that the configuration names', () => {
  const made = (changes: Partial<Parameters<typeof createProviders>[0]>) => {
    const { providers, close } = createProviders({ ...NOBODY, ...changes });
    void close();
    return providers;
  };

  it('are those of this machine where it names none, and nothing leaves it', () => {
    expect(made({}).map(({ id, leavesPremises }) => [id, leavesPremises])).toEqual([
      ['apertium', false],
      ['gloss', false],
    ]);
  });

  it('come first, with what they charge', () => {
    const providers = made({ TRANSLATOR_AZURE_KEY: 'key', TRANSLATOR_LIBRETRANSLATE_URL: 'http://127.0.0.1:5000' });
    expect(providers.map(({ id, pencePerMillion, leavesPremises }) => [id, pencePerMillion, leavesPremises])).toEqual([
      ['azure', 800, true],
      ['libretranslate', 0, true],
      ['apertium', 0, false],
      ['gloss', 0, false],
    ]);
  });

  it('have Azure by the identity of the machine, too', () => {
    expect(made({ TRANSLATOR_AZURE_IDENTITY: true }).map(({ id }) => id)).toEqual(['azure', 'apertium', 'gloss']);
  });

  it('stay on the premises where the configuration says so', () => {
    const [libre] = made({
      TRANSLATOR_LIBRETRANSLATE_URL: 'http://127.0.0.1:5000',
      TRANSLATOR_LIBRETRANSLATE_ON_PREMISES: true,
    });
    expect(libre?.leavesPremises).toBe(false);
  });
});
