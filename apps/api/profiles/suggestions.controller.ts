import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PROFILE_READERS, spelt, SUGGESTION_SETTLERS } from '../../../domain/access/rules';
import { idPipe } from '../http/id-pipe';
import { IdempotencyKey, Me, type Identity } from '../http/request';
import { ReservedGuard } from '../identity/reserved.guard';
import { PostRoute, Route } from '../openapi/route';
import { LEAD } from './runs.schema';
import {
  declineSuggestion,
  openSuggested,
  settled,
  suggestionList,
  type DeclineSuggestion,
  type OpenSuggested,
  type Settled,
  type SuggestionList,
} from './suggestions.schema';
import { noSuggestion, Suggestions } from './suggestions.service';

const suggestionId = idPipe(/^[0-9a-f]{32}$/, noSuggestion);

@ApiTags('Force Profiles')
@UseGuards(ReservedGuard('“Referral suggestions”', PROFILE_READERS))
@Controller('api/v1/profiles/suggestions')
export class SuggestionsController {
  constructor(private readonly suggestions: Suggestions) {}

  @Get()
  @Route({
    id: 'listReferralSuggestions',
    logged: 'consultation',
    summary: 'List whom a profile suggests for a referral',
    description: `For: ${spelt(PROFILE_READERS)}. ${LEAD}`,
    answer: suggestionList,
    problems: ['forbidden'],
  })
  list(@Me() { actor }: Identity): Promise<SuggestionList> {
    return this.suggestions.open(actor);
  }

  @Post(':id/referral')
  @HttpCode(200)
  @UseGuards(ReservedGuard('“Settle a referral suggestion”', SUGGESTION_SETTLERS))
  @PostRoute({
    id: 'openSuggestedReferral',
    logged: { refusals: 'collection' },
    summary: 'Open the suggested referral',
    description: `For: ${spelt(SUGGESTION_SETTLERS)}. Its grounds are filled in, and its suspect is named as your forces have written of them. It is opened once. ${LEAD}`,
    answer: settled,
    problems: ['forbidden', 'not-found', 'blocked', 'idempotency-mismatch'],
  })
  refer(
    @Param('id', suggestionId) id: string,
    @Body({ schema: openSuggested }) request: OpenSuggested,
    @Me() { actor }: Identity,
    @IdempotencyKey() _key: string,
  ): Promise<Settled> {
    return this.suggestions.refer(id, request, actor);
  }

  @Post(':id/decline')
  @HttpCode(200)
  @UseGuards(ReservedGuard('“Settle a referral suggestion”', SUGGESTION_SETTLERS))
  @PostRoute({
    id: 'declineReferralSuggestion',
    logged: 'alteration',
    summary: 'Say why no referral is opened',
    description: `For: ${spelt(SUGGESTION_SETTLERS)}. It is not suggested again.`,
    answer: settled,
    problems: ['forbidden', 'not-found', 'blocked'],
  })
  decline(
    @Param('id', suggestionId) id: string,
    @Body({ schema: declineSuggestion }) request: DeclineSuggestion,
    @Me() { actor }: Identity,
    @IdempotencyKey() _key: string,
  ): Promise<Settled> {
    return this.suggestions.decline(id, request, actor);
  }
}
