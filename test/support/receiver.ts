import { createServer, type IncomingMessage } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { listening } from './listener';

/** A message as it arrived. */
export interface Received {
  readonly path: string;
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A partner system of a test's own: takes what it is sent, and answers as the test says. */
export class Receiver {
  readonly received: Received[] = [];
  /** Of the next messages, by path; 200 once there is none. */
  readonly answers = new Map<string, number[]>();

  private constructor(
    private address: string,
    readonly close: () => Promise<void>,
  ) {}

  static async start(): Promise<Receiver> {
    const server = createServer();
    const { address, close } = await listening(server);
    const receiver = new Receiver(address, close);
    server.on('request', (request, response) => {
      void textOf(request).then((body) => {
        const path = request.url ?? '';
        const headers = request.headers as Record<string, string>;
        receiver.received.push({ path, id: headers['webhook-id'] ?? '', headers, body });
        const status = receiver.answers.get(path)?.shift() ?? 200;
        response
          .writeHead(status, status >= 300 && status < 400 ? { location: `http://${address}/elsewhere` } : {})
          .end();
      });
    });
    return receiver;
  }

  url(path: string): string {
    return `http://${this.address}${path}`;
  }

  at(path: string): readonly Received[] {
    return this.received.filter((one) => one.path === path);
  }
}

/** Whether a message is signed with a secret, as a partner's own library checks it. */
export function isSigned({ body, headers }: Received, secret: string): boolean {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
