import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PROFILE_MAKERS, PROFILE_READERS, spelt } from '../../../domain/access/rules';
import { idPipe } from '../http/id-pipe';
import { IdempotencyKey, Me, type Identity } from '../http/request';
import { ReservedGuard } from '../identity/reserved.guard';
import { PostRoute, Route } from '../openapi/route';
import {
  decidedLink,
  linkDecision,
  profilePerson,
  type DecidedLink,
  type LinkDecision,
  type ProfilePerson,
} from './people.schema';
import { noPerson, ProfilePeople } from './people.service';
import { LEAD } from './runs.schema';

const personNumber = idPipe(/^[1-9]\d{0,8}$/, noPerson);

@ApiTags('Force Profiles')
@UseGuards(ReservedGuard('“Force Profiles”', PROFILE_READERS))
@Controller('api/v1/profiles')
export class ProfilePeopleController {
  constructor(private readonly people: ProfilePeople) {}

  @Get('people/:person')
  @Route({
    id: 'readProfilePerson',
    logged: 'consultation',
    summary: 'Read what your forces hold of somebody in a profile',
    description: `For: ${spelt(PROFILE_READERS)}. What was written of them, why it was held to be one person, and the records. ${LEAD}`,
    answer: profilePerson,
    problems: ['forbidden', 'not-found'],
  })
  one(@Param('person', personNumber) person: string, @Me() { actor }: Identity): Promise<ProfilePerson> {
    return this.people.one(Number(person), actor);
  }

  @Post('links')
  @HttpCode(200)
  @UseGuards(ReservedGuard('“Say who is who”', PROFILE_MAKERS))
  @PostRoute({
    id: 'decideLink',
    logged: 'alteration',
    summary: 'Say whether two that were written of are one person',
    description: `For: ${spelt(PROFILE_MAKERS)}. It confirms, splits or merges, can be taken back, and wins over the model for ever.`,
    answer: decidedLink,
    problems: ['forbidden', 'not-found', 'idempotency-mismatch'],
  })
  decide(
    @Body({ schema: linkDecision }) request: LinkDecision,
    @Me() { actor }: Identity,
    @IdempotencyKey() key: string,
  ): Promise<DecidedLink> {
    return this.people.decide(request, actor, key);
  }
}
