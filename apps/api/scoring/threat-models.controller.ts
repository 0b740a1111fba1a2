import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { mayGive, MODEL_KEEPERS, spelt } from '../../../domain/access/rules';
import { reservedFor } from '../../../domain/operation/explain';
import {
  modelName,
  threatModelContent,
  type ThreatModel,
  type ThreatModelContent,
} from '../../../domain/scoring/model.schema';
import { refusal } from '../http/problems';
import { Me, type Identity } from '../http/request';
import { PutRoute, Route } from '../openapi/route';
import { threatModelAnswer, threatModelList, type ThreatModelList } from './threat-model.schema';
import { ThreatModels } from './threat-models.service';

const NO_RECORD = 'Models are the same for everyone and of nobody.';

@ApiTags('Threat scores')
@Controller('api/v1/threat-models')
export class ThreatModelsController {
  constructor(private readonly models: ThreatModels) {}

  @Get()
  @Route({
    id: 'listThreatModels',
    logged: { nothing: NO_RECORD },
    summary: 'List the threat models',
    description:
      'That which Waymark brings, then those of units with all their versions, the latest first: factors in the order in ' +
      'which they are asked, with what each value means.',
    answer: threatModelList,
  })
  async list(): Promise<ThreatModelList> {
    return { items: [...(await this.models.all())] };
  }

  @Put(':name')
  @PutRoute({
    id: 'saveThreatModel',
    logged: { nothing: NO_RECORD },
    summary: 'Save a threat model of your unit',
    description:
      `For: ${spelt(MODEL_KEEPERS)}. Each change is another version, and scores name the version they were made with. Harm and ` +
      'likelihood are the sums of weight × value of their factors; risk is harm × likelihood.',
    answer: threatModelAnswer,
    problems: ['forbidden', 'blocked'],
  })
  save(
    @Param('name', { schema: modelName }) name: string,
    @Body({ schema: threatModelContent }) content: ThreatModelContent,
    @Me() { actor }: Identity,
  ): Promise<ThreatModel> {
    if (!mayGive(actor, MODEL_KEEPERS)) throw refusal([reservedFor('“Save a threat model”', MODEL_KEEPERS)]);
    return this.models.save(name, content, actor);
  }
}
