import { Injectable } from '@nestjs/common';
import { formOf, letBy, readForm, type Incoming } from '../http/multipart';
import { KeptForms } from '../session/kept-forms';
import type { WebRequest } from '../session/session';
import type { Field, Typed } from './field';
import { atFile } from './file-field';
import { Forms, type Sent } from './forms.service';

/** What a form with a file says; the last of its fields is the file. */
export interface Upload {
  readonly fields: readonly Field[];
  /** What is said beside what was typed. */
  readonly said?: Readonly<Record<string, string>>;
}

/**
 * The one way in which files are handed in: as other forms are, with the file passed on to the API as it comes. It is never whole
 * here, and a browser does not give it back, so that it is chosen anew each time.
 */
@Injectable()
export class Uploads {
  constructor(
    private readonly forms: Forms,
    private readonly kept: KeptForms,
  ) {}

  /** Hands a file in at a route of the API. @throws ApiProblem for what has a page of its own */
  send<T>(request: WebRequest, path: string, uploadOf: (typed: Typed) => Promise<Upload> | Upload): Promise<Sent<T>> {
    return this.read(request, async (typed, file) => {
      const { fields, said } = await uploadOf(typed);
      return this.forms.send<T>(request, {
        fields,
        send: (body, key, version) => {
          if (!file) throw new Error('A form without its file is not sent');
          const form = formOf({ ...said, ...body, file: undefined }, file);
          return request.api.upload<T>(path, form.body, form.contentType, { key, version }).catch((error: unknown) =>
            atFile(
              error,
              fields.map((field) => field.path),
            ),
          );
        },
      });
    });
  }

  /** Reads a form with a file up to the file. What of it is not read is let by, so that its answer is heard. */
  async read<T>(request: WebRequest, use: (typed: Typed, file: Incoming | undefined) => Promise<T>): Promise<T> {
    const { typed, file } = await readForm(request);
    request.body = typed;
    try {
      // Of other forms the guard has asked this already: this one had not been read then.
      this.kept.refuseOthers(typed, request.me.id);
      return await use(typed, file);
    } finally {
      letBy(request, file);
    }
  }
}
