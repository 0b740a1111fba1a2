import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CUSTODY_EVENTS, detentionClocks } from '../../../domain/operation/areas/proceedings/detention';
import { dues } from '../../../domain/operation/clocks';
import { lifecycle } from '../../../domain/operation/lifecycle.v1';
import type { OperationState } from '../../../domain/operation/state';
import type { Reader } from '../../../platform/access/reading';
import { Readings } from '../access/readings';
import { ReferencePipe } from '../http/reference';
import { Me, type Identity } from '../http/request';
import { Route } from '../openapi/route';
import { OperationRead } from '../operations/operation.read';
import { TimelineRead } from '../timeline/timeline.read';
import { clockList, type ClockList } from './clock.schema';

@ApiTags('Operations')
@Controller('api/v1/operations/:reference/clocks')
export class ClocksController {
  constructor(
    private readonly readings: Readings,
    private readonly operations: OperationRead,
    private readonly timeline: TimelineRead,
  ) {}

  @Get()
  @Route({
    id: 'listClocks',
    logged: 'consultation',
    summary: 'List the clocks',
    description:
      'The moments at which the operation acts by itself, soonest first, and what it then does; and the clocks of those who are ' +
      'under arrest, which people keep.',
    answer: clockList,
    problems: ['not-found'],
  })
  async list(@Param('reference', ReferencePipe) reference: string, @Me() { actor }: Identity): Promise<ClockList> {
    const { state, detention } = await this.readings.as(actor, async (reader) => {
      const { state } = await this.operations.one(reader, reference);
      return { state, detention: await this.detention(reader, state) };
    });
    const now = new Date().toISOString();
    return {
      detention,
      items: dues(state).map(({ dueAt, command, body }) => ({
        dueAt,
        overdue: dueAt < now,
        command,
        title: lifecycle[command].title,
        about: { ...body },
      })),
    };
  }

  /** Asked of the timeline only where somebody is under arrest. */
  private async detention(
    reader: Reader,
    { reference, subjects, stage, merge }: OperationState,
  ): Promise<ClockList['detention']> {
    const held = subjects.flatMap(({ id, suspect }) => (suspect?.status === 'arrested' ? [id] : []));
    if (held.length === 0 || stage === 'closed' || merge !== null) return [];
    const events = await this.timeline.all(reader, reference, CUSTODY_EVENTS);
    return detentionClocks(events).filter(({ subject }) => held.includes(subject));
  }
}
