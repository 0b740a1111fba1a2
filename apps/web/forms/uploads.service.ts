import { randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { BadRequestException, Injectable } from '@nestjs/common';
import { ApiProblem } from '../api-client/problem';
import type { WebRequest } from '../session/session';

/** A form with a file as a page shows it. A browser does not give a file back, so that it is chosen anew each time. */
export interface Upload {
  /** The same for every time it is sent, so that it takes place once. */
  readonly key: string;
  /** What is wrong with the file, or stands in its way. */
  readonly error: string | undefined;
}
export type Uploaded<T> =
  | { readonly done: true; readonly answer: T }
  | { readonly done: false; readonly upload: Upload; readonly status: number };

const SHOWN = ['validation', 'blocked', 'not-found', 'forbidden', 'too-large', 'idempotency-mismatch'];
const NO_ANSWER =
  'No answer came in time. Send the same file again in a moment: it is taken in once, however often you send it.';

/** The one way in which files are handed in: they go to the API as they come, and nothing of them stays here. */
@Injectable()
export class Uploads {
  begun(): Upload {
    return { key: randomUUID(), error: undefined };
  }

  /** Passes a form with a file on. @throws ApiProblem for what has a page of its own */
  async send<T>(request: WebRequest, path: string): Promise<Uploaded<T>> {
    const type = request.get('content-type') ?? '';
    const key = String(request.query['key'] ?? '');
    if (!type.startsWith('multipart/form-data') || key === '') throw new BadRequestException();
    // The API may answer before all has come: what is left is let go by then, so that the browser hears the answer.
    const passed = request.pipe(new PassThrough());
    passed.once('close', () => request.resume());
    try {
      return { done: true, answer: await request.api.upload<T>(path, passed, type, { key }) };
    } catch (error) {
      request.unpipe(passed);
      request.resume();
      if (!(error instanceof ApiProblem)) throw error;
      const { kind, problem } = error;
      const status = problem.status;
      if (kind === 'unavailable' || kind === 'too-busy')
        return { done: false, upload: { key, error: NO_ANSWER }, status };
      if (!SHOWN.includes(kind)) throw error;
      const said = problem.errors?.map(({ message }) => message).join(' ');
      const error_ =
        said ?? problem.detail ?? problem.blockers?.map(({ sentence }) => sentence).join(' ') ?? problem.title;
      return { done: false, upload: { key: randomUUID(), error: error_ }, status };
    }
  }
}
