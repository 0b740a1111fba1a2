import { Controller, Get, Param, Req } from '@nestjs/common';
import { MATCH_DECIDERS } from '../../../domain/access/rules';
import { View, type Answer } from '../http/view';
import { readNames, readOperation } from '../operations/read-operation';
import { SECTIONS } from '../operations/sections';
import type { WebRequest } from '../session/session';
import { addressOf, readMatches } from './match';

@Controller('operations/:reference/matches')
export class MatchesController {
  /** What other operations may hold of the subjects and entities of this one, and what was decided on it. */
  @Get()
  async list(@Req() { api, me }: WebRequest, @Param('reference') reference: string): Promise<Answer> {
    const [operation, names, matches] = await Promise.all([
      readOperation(api, reference),
      readNames(api, reference),
      readMatches(api, reference),
    ]);
    const all = matches.map((match) => ({ ...match, address: addressOf(reference, match) }));
    return new View('matches/list.njk', {
      operation,
      names: { ...names, ...Object.fromEntries(operation.subjects.map(({ id, name }) => [id, name.text])) },
      holders: [...Map.groupBy(all, ({ holder }) => holder)].map(([holder, items]) => ({ holder, items })),
      undecided: matches.filter(({ decision }) => decision === null).length,
      mayDecide: MATCH_DECIDERS.some((role) => me.roles.includes(role)),
      sections: SECTIONS,
      current: 'people',
    });
  }
}
