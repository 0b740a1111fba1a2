import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { DisclosureSchedule } from '../../api/disclosure/disclosure.schema';
import { passOn } from '../http/download';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { words } from './cards/card';
import { pathOf, readActions, readOperation } from './read-operation';
import { SECTIONS } from './sections';

const ACTS = ['listDisclosureItem', 'amendDisclosureItem', 'decideDisclosure'];
const at = (reference: string, schedule: string) => pathOf(reference, `/disclosure/${encodeURIComponent(schedule)}`);

/** Disclosure schedules as they stand, to be read, printed and taken out. */
@Controller('operations/:reference/disclosure/:schedule')
export class DisclosureController {
  @Get()
  async read(
    @Req() { api }: WebRequest,
    @Param('reference') reference: string,
    @Param('schedule') name: string,
  ): Promise<Answer> {
    const [operation, schedule, actions] = await Promise.all([
      readOperation(api, reference),
      api.get<DisclosureSchedule>(at(reference, name)),
      readActions(api, reference, ACTS, { bodies: false }),
    ]);
    const allowed = actions.items.filter((action) => action.allowed).map(({ command }) => command);
    return new View('operations/disclosure.njk', {
      operation,
      schedule,
      lines: schedule.items.map((item) => ({
        ...item,
        description: words(item.description),
        reason: words(item.reason),
      })),
      allowed,
      sections: SECTIONS,
      current: 'proceedings',
    });
  }

  @Get('csv')
  async csv(
    @Req() { api }: WebRequest,
    @Param('reference') reference: string,
    @Param('schedule') name: string,
    @Res() response: Response,
  ): Promise<void> {
    await passOn(await api.stream(at(reference, name), { format: 'csv' }), response);
  }
}
