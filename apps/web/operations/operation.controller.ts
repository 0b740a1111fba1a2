import { Controller, Get, NotFoundException, Param, Req } from '@nestjs/common';
import { STAGES } from '../../../domain/operation/codes';
import type { ClockList } from '../../api/clocks/clock.schema';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { readSection } from './cards/read-section';
import { readActions, readNames, readOperation, pathOf } from './read-operation';
import { SECTIONS } from './sections';
import { road } from './road';

/** Whose blockers are the checklist of a stage. */
const ROADS_ON = ['submitReferral', 'adopt', 'decline', 'submitPackage', 'signOffPackage', 'advance', 'close'];

@Controller('operations/:reference')
export class OperationController {
  /** Where an operation stands: its stage, what the next one waits for, people, strands and clocks. */
  @Get()
  async overview(@Req() { api }: WebRequest, @Param('reference') reference: string): Promise<Answer> {
    const [operation, actions, clocks, names] = await Promise.all([
      readOperation(api, reference),
      readActions(api, reference, ROADS_ON, { bodies: false }),
      api.get<ClockList>(pathOf(reference, '/clocks')),
      readNames(api, reference),
    ]);
    return new View('operations/overview.njk', {
      operation,
      names,
      clocks: clocks.items,
      stages: road(operation.stage, STAGES),
      steps: actions.items.filter(({ blockers }) => blockers.every(({ kind }) => kind !== 'stage')),
      sections: SECTIONS,
      current: 'overview',
    });
  }

  /** One side of an operation: what is recorded of it, and what can be done. */
  @Get(':section')
  async section(
    @Req() request: WebRequest,
    @Param('reference') reference: string,
    @Param('section') name: string,
  ): Promise<Answer> {
    const section = SECTIONS.find((one) => one.name === name);
    if (!section) throw new NotFoundException();
    return new View('operations/section.njk', {
      section,
      ...(await readSection(request, reference, section)),
      sections: SECTIONS,
      current: section.name,
    });
  }
}
