import { Controller, Get, Query, Req } from '@nestjs/common';
import { DATA_KEEPERS, mayGive, PROFILE_MAKERS, SUGGESTION_SETTLERS } from '../../../domain/access/rules';
import type { RunPage } from '../../api/profiles/runs.schema';
import type { SuggestionList } from '../../api/profiles/suggestions.schema';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { ownAddress, RUNS, SUGGESTIONS } from './addresses';
import { presses } from '../forms/presses';

@Controller('profiles')
export class ProfilesController {
  /** The profilings, and whom they suggest for a referral. */
  @Get()
  async overview(@Req() request: WebRequest, @Query('cursor') cursor: string | undefined): Promise<Answer> {
    const { api, me } = request;
    const [runs, suggestions] = await Promise.all([
      api.get<RunPage>(RUNS, { cursor, limit: 10 }),
      api.get<SuggestionList>(SUGGESTIONS),
    ]);
    const latest = runs.items.find(({ state }) => state === 'done');
    return new View('profiles/overview.njk', {
      runs: runs.items,
      next: ownAddress(runs.next)?.replace('/profiles/runs', '/profiles'),
      isUnderWay: runs.items.some(({ state }) => state === 'waiting' || state === 'running'),
      latest,
      suggestions: suggestions.items,
      press: presses(request),
      mayProfile: mayGive(me, PROFILE_MAKERS),
      maySettle: mayGive(me, SUGGESTION_SETTLERS),
      mayImport: mayGive(me, DATA_KEEPERS),
    });
  }
}
