import { Controller, Get, Param, Req } from '@nestjs/common';
import { View, type Answer } from '../http/view';
import { SECTIONS } from '../operations/sections';
import type { WebRequest } from '../session/session';
import { readDecisions, readReferral } from './read-referral';

@Controller('operations/:reference/decide')
export class DecideController {
  /** What a tasking decision on a referral looks at, and the decisions there are. */
  @Get()
  async decide(@Req() { api }: WebRequest, @Param('reference') reference: string): Promise<Answer> {
    const [referral, decisions] = await Promise.all([readReferral(api, reference), readDecisions(api, reference)]);
    return new View('triage/decide.njk', { ...referral, decisions, sections: SECTIONS, current: 'assessment' });
  }
}
