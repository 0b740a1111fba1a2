import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { RFG_DEFAULT } from '../../../domain/profiles/score';
import type { ProfileRun, RunRequest } from '../../api/profiles/runs.schema';
import { Schemas } from '../api-client/schemas';
import { FormPages, type FormPage } from '../forms/form-pages.service';
import { fieldsOf } from '../forms/fields-of';
import { saidOtherwise } from '../forms/said-otherwise';
import { typedOf } from '../forms/typed-of';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { today } from '../words/times';
import { runAt, RUNS } from './addresses';
import { harmUnit } from './why';

/** What a model asks, in words. */
const MODEL = {
  model: { label: 'Your model', hint: undefined, required: true },
  'model.name': { hint: 'Small letters, figures and hyphens' },
  'model.halfLifeDays': { label: 'Days in which recency halves', hint: 'Where nothing happens in them' },
  'model.windowMonths': { label: 'Months that are looked at', hint: 'For frequency and gravity' },
  'model.eventsForFull': { label: 'Events that make a frequency of 100', hint: undefined },
  'model.harmForFull': { label: 'Harm that makes a gravity of 100', hint: 'In the unit that you choose below' },
  'model.weights': { hint: 'How much each counts in the score' },
  'model.gravity': { label: 'Harm is told in', hint: undefined },
};

@Controller('profiles/runs')
export class RunsController {
  constructor(
    private readonly schemas: Schemas,
    private readonly pages: FormPages,
  ) {}

  @Get('new')
  async begin(@Req() request: WebRequest, @Query('model') model: string | undefined): Promise<Answer> {
    return this.pages.show(request, await this.starting(request, model === 'own'));
  }

  @Post('new')
  async start(@Req() request: WebRequest, @Query('model') model: string | undefined): Promise<Answer> {
    return this.pages.send(request, await this.starting(request, model === 'own'));
  }

  /** How far a profiling is, and what it has found in numbers. */
  @Get(':id')
  async one(@Req() { api }: WebRequest, @Param('id') id: string): Promise<Answer> {
    const run = await api.get<ProfileRun>(runAt(id));
    const lists = (run.lists ?? []).filter(({ scope, people }) => scope === 'all' && people > 0);
    return new View('profiles/run.njk', {
      run,
      isUnderWay: run.state === 'waiting' || run.state === 'running',
      lists,
      unit: harmUnit(run.model),
    });
  }

  private async starting({ api }: WebRequest, ownModel: boolean): Promise<FormPage<ProfileRun>> {
    const schema = await this.schemas.bodyOf('profilePeople');
    const asked: Partial<RunRequest> = { asOf: today(), ...(ownModel ? { model: RFG_DEFAULT } : {}) };
    return {
      title: ownModel ? 'Profile everybody by a model of your own' : 'Profile everybody',
      back: { href: '/profiles', text: 'Profiles' },
      submit: 'Start profiling',
      template: 'profiles/start.njk',
      data: { ownModel, standard: RFG_DEFAULT, unit: harmUnit(RFG_DEFAULT) },
      fields: (typed) =>
        saidOtherwise(fieldsOf(schema, { typed }), MODEL).filter(({ path }) => ownModel || path !== 'model'),
      prefilled: typedOf(asked),
      send: (body, key) => api.post<ProfileRun>(RUNS, body, { key }),
      done: ({ id }) => ({ notice: 'The profiling has begun', to: `/profiles/runs/${id}` }),
    };
  }
}
