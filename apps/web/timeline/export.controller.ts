import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { passOn } from '../http/download';
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
    @Res() response: Response,
  ): Promise<void> {
    if (!FORMATS.includes(format)) throw new NotFoundException();
    await passOn(await api.stream(pathOf(reference, '/export'), { format }), response);
  }
}
