import { createServer } from 'node:http';
import { startAzure } from '../../../test/support/azure-translator';
import { listening } from '../../../test/support/listener';
import { AzureTranslator } from './azure';
import { entraIdentity } from './entra';

const SECRET = 'of-this-machine';

describe('the Entra identity of a machine', () => {
  const before = { ...process.env };
  afterEach(() => (process.env = { ...before }));

  it('gets its token from the machine, as the protocol of managed identities has it, and keeps it', async () => {
    const asked: string[] = [];
    const machine = await listening(
      createServer(({ url = '', headers }, response) => {
        asked.push(`${headers['x-identity-header']} ${new URL(url, 'http://x').searchParams.get('resource')}`);
        const expires = Math.floor(Date.now() / 1000) + 3_600;
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ access_token: 'of-entra', expires_on: `${expires}`, token_type: 'Bearer' }));
      }),
    );
    process.env['IDENTITY_ENDPOINT'] = `http://${machine.address}/token`;
    process.env['IDENTITY_HEADER'] = SECRET;
    const azure = await startAzure({ token: 'of-entra' });
    const provider = new AzureTranslator({
      endpoint: azure.address,
      credential: { identity: entraIdentity() },
      pencePerMillion: 800,
    });
    const request = { texts: ['szia'], from: 'hu', traceId: 'trace-1', signal: new AbortController().signal };
    expect((await provider.translate(request)).texts).toEqual(['[hu>en] szia']);
    await provider.translate(request);
    expect(asked).toEqual([`${SECRET} https://cognitiveservices.azure.com`]);
    await Promise.all([machine.close(), azure.close()]);
  });
});
