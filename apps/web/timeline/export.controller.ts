import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Controller, Get, NotFoundException, Param, Req, StreamableFile } from '@nestjs/common';
import { View, type Answer } from '../http/view';
import { pathOf, readOperation } from '../operations/read-operation';
import { SECTIONS } from '../operations/sections';
import type { WebRequest } from '../session/session';
import { tabsFor } from './tabs';

const FORMATS = ['json', 'csv', 'pdf'];

@Controller('operations/:reference/timeline/export')
export class ExportController {
  /** The forms in which an operation can be taken out, and how each is proved. */
  @Get()
  async choose(@Req() { api, me }: WebRequest, @Param('reference') reference: string): Promise<Answer> {
    return new View('timeline/export.njk', {
      ...{ operation: await readOperation(api, reference), current: 'timeline', sections: SECTIONS },
      tabs: tabsFor(me, reference, 'export'),
    });
  }

  /** The file, as the API signs it. */
  @Get(':format')
  async take(
    @Req() { api }: WebRequest,
    @Param('reference') reference: string,
    @Param('format') format: string,
  ): Promise<StreamableFile> {
    if (!FORMATS.includes(format)) throw new NotFoundException();
    return passedOn(await api.stream(pathOf(reference, '/export'), { format }));
  }
}

/** A file of the API, passed on as it comes. */
function passedOn({ headers, body }: Response): StreamableFile {
  const said = (name: string) => headers.get(name) ?? undefined;
  const length = said('content-length');
  return new StreamableFile(Readable.fromWeb(body as ReadableStream), {
    type: said('content-type') ?? 'application/octet-stream',
    ...(said('content-disposition') === undefined ? {} : { disposition: said('content-disposition') as string }),
    ...(length === undefined ? {} : { length: Number(length) }),
  });
}
