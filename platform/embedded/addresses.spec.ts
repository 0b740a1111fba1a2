import { processEnvironment, stackUrls } from './addresses';
import { layout } from './layout';
import type { Secrets } from './secrets';

const SECRETS = {
  databasePasswords: {},
  webClientSecret: 'of-the-development-provider',
} as unknown as Secrets;
const PLACES = {
  ...{ adminUrl: 'postgres://admin@127.0.0.1:5432/postgres', redisUrl: 'redis://127.0.0.1:6379' },
  ...{ temporalAddress: '127.0.0.1:7233', namespace: 'default', issuer: 'https://provider.invalid' },
  ...{ apiPort: 3001, webPort: 3000 },
};

describe('the environment of the pages', () => {
  const of = (environment: Readonly<Record<string, string>>) =>
    processEnvironment('web', { urls: stackUrls(PLACES, SECRETS), secrets: SECRETS, at: layout('/data') }, environment);

  it('has the client of the development provider, and their own address', () => {
    expect(of({})).toMatchObject({
      OIDC_WEB_CLIENT: 'waymark-web',
      OIDC_WEB_SECRET: 'of-the-development-provider',
      WEB_URL: 'http://127.0.0.1:3000',
    });
  });

  it('has the client and the address that whoever starts them names, and still their own port', () => {
    const named = { OIDC_WEB_CLIENT: 'pages', OIDC_WEB_SECRET: 'invented', WEB_URL: 'https://waymark.invalid' };
    expect(of({ ...named, REDIS_URL: 'redis://elsewhere.invalid', HOME: '/home' })).toMatchObject({
      ...named,
      ...{ WEB_PORT: '3000', REDIS_URL: 'redis://127.0.0.1:6379', OIDC_ISSUER: 'https://provider.invalid' },
    });
  });
});
