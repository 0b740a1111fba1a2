import { Controller, Get, Param, Req } from '@nestjs/common';
import type { ThreatScoreView } from '../../api/scoring/threat-score.schema';
import { View, type Answer } from '../http/view';
import { pathOf, readActions, readOperation } from '../operations/read-operation';
import { SECTIONS } from '../operations/sections';
import type { WebRequest } from '../session/session';
import { sideBySide } from './side-by-side';

@Controller('operations/:reference/scores')
export class ScoresController {
  /** The scores that stand, explained side by side: what each scorer judged, what it rests on, and on what most hangs. */
  @Get()
  async scores(@Req() { api }: WebRequest, @Param('reference') reference: string): Promise<Answer> {
    const [operation, actions, scores] = await Promise.all([
      readOperation(api, reference),
      readActions(api, reference, ['recordThreatScore', 'confirmThreatScore'], { bodies: false }),
      api.get<ThreatScoreView>(pathOf(reference, '/threat-score')),
    ]);
    const may = (command: string) => actions.items.some((one) => one.command === command && one.allowed);
    return new View('scoring/scores.njk', {
      operation,
      ...scores,
      tables: sideBySide(scores),
      mayScore: may('recordThreatScore'),
      mayConfirm: may('confirmThreatScore'),
      sections: SECTIONS,
      current: 'assessment',
    });
  }
}
