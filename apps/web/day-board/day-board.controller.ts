import { Controller, Get, NotFoundException, Param, Query, Req } from '@nestjs/common';
import { View, type Answer } from '../http/view';
import { readOperation } from '../operations/read-operation';
import { SECTIONS } from '../operations/sections';
import type { WebRequest } from '../session/session';
import { dayBoard } from './board';
import { dayNow, isDay } from './day';
import { readDay } from './read-day';

/** The day of enforcement on one screen, on every desk and on the wall. */
@Controller('operations/:reference/day')
export class DayBoardController {
  /** The days that have a board. */
  @Get()
  async days(@Req() { api }: WebRequest, @Param('reference') reference: string): Promise<Answer> {
    const operation = await readOperation(api, reference);
    const today = dayNow();
    const days = operation.days.toSorted((a, b) => a.date.localeCompare(b.date));
    const isSetToday = days.some(({ date }) => date === today);
    return new View('day-board/days.njk', {
      operation,
      days,
      today,
      isSetToday,
      sections: SECTIONS,
      current: 'enforcement',
    });
  }

  @Get(':day')
  async board(
    @Req() { api }: WebRequest,
    @Param('reference') reference: string,
    @Param('day') day: string,
    @Query('view') view: string | undefined,
  ): Promise<Answer> {
    if (!isDay(day)) throw new NotFoundException();
    const isWall = view === 'wall';
    const read = await readDay(api, reference, day, { acts: !isWall });
    const { operation } = read;
    return new View('day-board/board.njk', {
      frame: isWall ? 'day-board/wall.njk' : 'operations/operation.njk',
      isWall,
      operation,
      board: dayBoard(read, `/operations/${operation.reference}/day/${day}`),
      sections: SECTIONS,
      current: 'enforcement',
    });
  }
}
