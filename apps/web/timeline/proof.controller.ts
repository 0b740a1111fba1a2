import { Controller, Get, Param, Req } from '@nestjs/common';
import type { Verification } from '../../api/timeline/event.schema';
import { View, type Answer } from '../http/view';
import { pathOf, readOperation } from '../operations/read-operation';
import { SECTIONS } from '../operations/sections';
import type { WebRequest } from '../session/session';
import { tabsFor } from './tabs';

@Controller('operations/:reference/timeline/proof')
export class ProofController {
  /** Proves the timeline as it is now, and says what that means. */
  @Get()
  async prove(@Req() { api, me }: WebRequest, @Param('reference') reference: string): Promise<Answer> {
    const [operation, found] = await Promise.all([
      readOperation(api, reference),
      api.get<Verification>(pathOf(reference, '/timeline/verify')),
    ]);
    return new View('timeline/proof.njk', {
      ...{ operation, found, provedAt: new Date().toISOString(), current: 'timeline', sections: SECTIONS },
      tabs: tabsFor(me, reference, 'proof'),
    });
  }
}
