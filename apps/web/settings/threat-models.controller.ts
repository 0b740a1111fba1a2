import { Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import { mayGive, MODEL_KEEPERS } from '../../../domain/access/rules';
import type { ThreatModel } from '../../../domain/scoring/model.schema';
import { MORILE_TACTICAL } from '../../../domain/scoring/morile-tactical.v1';
import type { ThreatModelList } from '../../api/scoring/threat-model.schema';
import type { Api } from '../api-client/api';
import { Schemas } from '../api-client/schemas';
import { FormPages, type FormPage } from '../forms/form-pages.service';
import { sentUnlisted } from '../forms/records';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { refuseTaken } from './refuse-taken';
import { FACTORS, MODEL_NAME, modelFields, typedModel } from './threat-model-form';

const BACK = { href: '/settings/threat-models', text: 'Threat models' };

/** What is asked to score a threat, and what each answer means. */
@Controller('settings/threat-models')
export class ThreatModelsController {
  constructor(
    private readonly schemas: Schemas,
    private readonly pages: FormPages,
  ) {}

  @Get()
  async list(@Req() { api, me }: WebRequest): Promise<Answer> {
    const versions = Map.groupBy(await models(api), ({ name }) => name);
    return new View('settings/threat-models.njk', {
      models: [...versions.values()].map(([latest]) => latest),
      own: MORILE_TACTICAL.name,
      mayKeep: mayGive(me, MODEL_KEEPERS),
    });
  }

  @Get('new')
  async begin(@Req() request: WebRequest, @Query('from') from: string | undefined): Promise<Answer> {
    return this.pages.show(request, await this.making(request, from));
  }

  @Post('new')
  async make(@Req() request: WebRequest): Promise<Answer> {
    return this.pages.send(request, await this.making(request, undefined));
  }

  @Get(':name')
  async one(
    @Req() { api, me }: WebRequest,
    @Param('name') name: string,
    @Query('version') version: string | undefined,
  ): Promise<Answer> {
    const versions = versionsOf(await models(api), name);
    const model = version === undefined ? versions[0] : versions.find((one) => String(one.version) === version);
    if (!model) throw new NotFoundException();
    return new View('settings/threat-model.njk', {
      model,
      versions,
      isOurs: name === MORILE_TACTICAL.name,
      mayKeep: mayGive(me, MODEL_KEEPERS),
    });
  }

  @Get(':name/change')
  async look(@Req() request: WebRequest, @Param('name') name: string): Promise<Answer> {
    return this.pages.show(request, await this.changing(request, name));
  }

  @Post(':name/change')
  async change(@Req() request: WebRequest, @Param('name') name: string): Promise<Answer> {
    return this.pages.send(request, await this.changing(request, name));
  }

  private async making({ api }: WebRequest, from: string = MORILE_TACTICAL.name): Promise<FormPage<ThreatModel>> {
    const [schema, all] = await Promise.all([this.schemas.bodyOf('saveThreatModel'), models(api)]);
    const [base] = versionsOf(all, from);
    return {
      title: 'A threat model of your unit',
      back: BACK,
      submit: 'Save the model',
      says: [
        'Harm and likelihood are the sums of weight times value of their factors. Risk is harm times likelihood.',
        `It begins as a copy of ${base.title}: change what your unit asks otherwise.`,
      ],
      fields: (typed) => [MODEL_NAME, ...modelFields(schema, typed)],
      prefilled: typedModel({ ...base, title: '' }),
      send: (body) => {
        const { name, ...model } = body as { readonly name: string; readonly title: string };
        refuseTaken(
          'name',
          'model',
          all.find((one) => one.name === name),
          model,
        );
        return save(api, name, model);
      },
      done,
    };
  }

  private async changing({ api }: WebRequest, name: string): Promise<FormPage<ThreatModel>> {
    const [schema, all] = await Promise.all([this.schemas.bodyOf('saveThreatModel'), models(api)]);
    const [latest] = versionsOf(all, name);
    return {
      title: `Change ${latest.title}`,
      back: { href: `/settings/threat-models/${name}`, text: latest.title },
      submit: 'Save as the next version',
      says: ['Each change is another version. Scores name the version that they were made with, and stay as they are.'],
      fields: (typed) => modelFields(schema, typed),
      prefilled: typedModel(latest),
      send: (body) => save(api, name, body),
      done,
    };
  }
}

const models = async (api: Api): Promise<readonly ThreatModel[]> =>
  (await api.get<ThreatModelList>('/api/v1/threat-models')).items;

/** All versions of a model, the latest first. */
function versionsOf(all: readonly ThreatModel[], name: string): readonly [ThreatModel, ...ThreatModel[]] {
  const [latest, ...earlier] = all.filter((one) => one.name === name);
  if (!latest) throw new NotFoundException();
  return [latest, ...earlier];
}

const save = (api: Api, name: string, body: object) =>
  sentUnlisted(body, FACTORS, (model) =>
    api.put<ThreatModel>(`/api/v1/threat-models/${encodeURIComponent(name)}`, model),
  );

const done = ({ name, version, title }: ThreatModel) => ({
  notice: `${title} is saved as version ${version}`,
  to: `/settings/threat-models/${name}`,
});
