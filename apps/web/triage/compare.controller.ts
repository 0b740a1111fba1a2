import { Controller, Get, Query, Req } from '@nestjs/common';
import type { WorklistPage } from '../../api/operations/worklist.schema';
import { Redirect, View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { compared, toldApart } from './compare';
import { chosenIn, highestMarking } from './chosen';
import { readReferral } from './read-referral';

@Controller('triage/compare')
export class CompareController {
  /** Two referrals side by side; which, where nobody has said so. */
  @Get()
  async compare(
    @Req() { api }: WebRequest,
    @Query() query: Readonly<Record<string, string | string[]>>,
  ): Promise<Answer> {
    const chosen = chosenIn(query, 'pick', 'a', 'b');
    const [first, second, ...more] = chosen;
    if (query['pick'] !== undefined && first !== undefined && second !== undefined && more.length === 0)
      return new Redirect(`/triage/compare?a=${encodeURIComponent(first)}&b=${encodeURIComponent(second)}`);
    if (first === undefined || second === undefined || more.length > 0) {
      const { items } = await api.get<WorklistPage>('/api/v1/operations', { stage: 'assessment', limit: 100 });
      const said =
        query['b'] !== undefined || chosen.length > 1 || query['pick'] !== undefined
          ? 'Choose two that are not the same'
          : undefined;
      return new View('triage/choose.njk', { items, chosen, said }, said ? 400 : 200);
    }
    const [a, b] = toldApart(...(await Promise.all([readReferral(api, first), readReferral(api, second)])));
    return new View('triage/compare.njk', {
      ...{ a, b, comparisons: compared(a, b) },
      pageMarking: highestMarking([a.operation.marking, b.operation.marking]),
    });
  }
}
