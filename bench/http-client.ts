import { Agent, request } from 'node:http';

/** A plain client on connections that are kept: what it adds itself should not count as the API's time. */
export class HttpClient {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(
    private readonly base: string,
    private readonly token: () => Promise<string>,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.send('GET', path, {}, '');
  }

  post<T>(path: string, body: object, key: string): Promise<T> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    return this.send('POST', path, headers, JSON.stringify(body));
  }

  close(): void {
    this.agent.destroy();
  }

  private async send<T>(method: string, path: string, headers: Record<string, string>, body: string): Promise<T> {
    const token = await this.token();
    return new Promise((resolve, reject) => {
      const { agent } = this;
      const given = { ...headers, authorization: `Bearer ${token}`, 'content-length': String(Buffer.byteLength(body)) };
      const sent = request(`${this.base}${path}`, { method, agent, headers: given }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('error', reject);
        response.once('end', () => {
          const text = Buffer.concat(parts).toString();
          if (response.statusCode === 200) resolve(JSON.parse(text) as T);
          else reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`));
        });
      });
      sent.once('error', reject);
      sent.end(body);
    });
  }
}
