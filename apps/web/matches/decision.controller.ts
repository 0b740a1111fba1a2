import { Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import type { Match } from '../../api/deconfliction/matches.schema';
import { Schemas } from '../api-client/schemas';
import type { Form } from '../forms/form';
import { fieldsOf } from '../forms/fields-of';
import { saidOtherwise } from '../forms/said-otherwise';
import { Forms } from '../forms/forms.service';
import { Redirect, View, type Answer } from '../http/view';
import { pathOf, readNames, readOperation } from '../operations/read-operation';
import type { WebRequest } from '../session/session';
import { addressOf, isMatchOf, readMatches } from './match';

/** Says whether a match is the same person or thing, from the side of one operation. */
@Controller('operations/:reference/matches/:holder')
export class DecisionController {
  constructor(
    private readonly forms: Forms,
    private readonly schemas: Schemas,
  ) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Param('reference') reference: string,
    @Param('holder') holder: string,
    @Query('other') other = '',
  ): Promise<Answer> {
    const [fields, before, match] = await Promise.all([
      this.fields(),
      this.forms.typedBefore(request),
      this.match(request, reference, holder, other),
    ]);
    return this.page(request, reference, match, this.forms.begun(request, fields, {}, before));
  }

  @Post()
  async decide(
    @Req() request: WebRequest,
    @Param('reference') reference: string,
    @Param('holder') holder: string,
    @Query('other') other = '',
  ): Promise<Answer> {
    const [fields, match] = await Promise.all([this.fields(), this.match(request, reference, holder, other)]);
    const path = pathOf(reference, `/matches/${holder}/decisions`);
    const sent = await this.forms.send(request, {
      fields,
      send: (body, key) => request.api.post(path, { match: match.match, ...body }, { key }),
    });
    if (!sent.done) return this.page(request, reference, match, sent.form, sent.status);
    request.session.notice = { kind: 'success', text: 'Recorded: your decision on the match' };
    return new Redirect(`/operations/${reference}/matches`);
  }

  /** What is asked; which match is meant, the page knows. */
  private async fields() {
    const all = fieldsOf(await this.schemas.bodyOf('decideMatch'), { typed: {} });
    return saidOtherwise(all, { outcome: { hint: undefined } }).filter(({ path }) => path !== 'match');
  }

  private async match({ api }: WebRequest, reference: string, holder: string, other: string): Promise<Match> {
    const found = (await readMatches(api, reference)).find((one) => isMatchOf(one, holder, other));
    if (!found) throw new NotFoundException();
    return found;
  }

  private async page({ api }: WebRequest, reference: string, match: Match, form: Form, status = 200): Promise<View> {
    const operation = await readOperation(api, reference);
    const names = await readNames(api, reference, operation);
    const action = addressOf(reference, match);
    return new View('matches/decision.njk', { operation, match, names, form, action }, status);
  }
}
