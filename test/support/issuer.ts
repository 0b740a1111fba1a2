import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';

const AUDIENCE = 'waymark-api';

/** An identity provider of a test's own, so that it can sign for anybody, and what no provider should. */
export class Issuer {
  keySetIsAway = false;

  private constructor(
    private readonly server: Server,
    readonly key: CryptoKey,
    readonly url: string,
  ) {}

  static async start(): Promise<Issuer> {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    const keys = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'one' }] };
    const server = createServer((request, response) => {
      const isKeySet = request.url === '/jwks';
      const found = isKeySet ? keys : { issuer: issuer.url, jwks_uri: `${issuer.url}/jwks` };
      if (isKeySet && issuer.keySetIsAway) response.writeHead(500).end();
      else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const issuer = new Issuer(server, privateKey, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return issuer;
  }

  /** A token as the API wants it, of somebody who has just signed in, unless told otherwise. */
  signed(
    payload: JWTPayload,
    { audience = AUDIENCE, from = this.url, until = '5m', by = this.key } = {},
  ): Promise<string> {
    return new SignJWT({ auth_time: Math.floor(Date.now() / 1000), ...payload })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setIssuer(from)
      .setAudience(audience)
      .setExpirationTime(until)
      .sign(by);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
