import { Controller, Get, NotFoundException, Param, Post, Req } from '@nestjs/common';
import { CHALLENGE_HOURS } from '../../../domain/operation/areas/access/commands';
import { mayGive } from '../../../domain/access/rules';
import { lifecycle } from '../../../domain/operation/lifecycle.v1';
import { REFERENCE } from '../../../domain/operation/reference';
import type { CommandAnswer } from '../../api/commands/command.schema';
import { ApiProblem } from '../api-client/problem';
import { Schemas } from '../api-client/schemas';
import { fieldsOf } from '../forms/fields-of';
import type { Form } from '../forms/form';
import { Forms } from '../forms/forms.service';
import { Redirect, View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { pathOf } from './read-operation';

/** Seeing an operation without having been let in, for a reason and for a while. Whether there is one is not told before. */
@Controller('operations/:reference/break-glass')
export class BreakGlassController {
  constructor(
    private readonly forms: Forms,
    private readonly schemas: Schemas,
  ) {}

  @Get()
  async show(@Req() request: WebRequest, @Param('reference') reference: string): Promise<Answer> {
    const [fields, before] = await Promise.all([this.fields(reference), this.forms.typedBefore(request)]);
    return view(request, reference, this.forms.begun(request, fields, {}, before));
  }

  @Post()
  async breakIt(@Req() request: WebRequest, @Param('reference') reference: string): Promise<Answer> {
    const fields = await this.fields(reference);
    const path = pathOf(reference, '/commands/challengeAccess');
    const sent = await this.forms
      .send(request, { fields, send: (body, key) => request.api.post<CommandAnswer>(path, body, { key }) })
      .catch((error: unknown) => {
        if (error instanceof ApiProblem && error.kind === 'not-found') return undefined;
        throw error;
      });
    if (!sent) return view(request, reference, this.forms.again(request, fields, request.body), 404, true);
    if (!sent.done) return view(request, reference, sent.form, sent.status);
    const text = `You see this operation for ${CHALLENGE_HOURS} hours. Its supervisors have been told.`;
    request.session.notice = { kind: 'warning', text };
    return new Redirect(`/operations/${reference}`);
  }

  private async fields(reference: string) {
    if (!REFERENCE.test(reference)) throw new NotFoundException();
    const { properties = {}, ...schema } = await this.schemas.bodyOf('challengeAccess');
    const { reason = {} } = properties;
    return fieldsOf({ ...schema, properties: { reason } }, { typed: {} });
  }
}

const view = ({ me }: WebRequest, reference: string, form: Form, status = 200, isClosed = false) =>
  new View(
    'operations/break-glass.njk',
    { reference, form, isClosed, hours: CHALLENGE_HOURS, may: mayGive(me, lifecycle.challengeAccess.roles) },
    status,
  );
