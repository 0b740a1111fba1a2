import { Body, Controller, Get, HttpCode, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import type { CommandAnswer } from '../../api/commands/command.schema';
import type { ThreatModelList } from '../../api/scoring/threat-model.schema';
import type { ThreatScoreView } from '../../api/scoring/threat-score.schema';
import type { ThreatModel } from '../../../domain/scoring/model.schema';
import type { Api } from '../api-client/api';
import { textAt, type Typed } from '../forms/field';
import type { Form } from '../forms/form';
import { Forms } from '../forms/forms.service';
import { Redirect, View, type Answer } from '../http/view';
import { pathOf, readActions, readNames, readOperation } from '../operations/read-operation';
import type { WebRequest } from '../session/session';
import { effectOf } from './effect';
import { formFields, scoreBody, scoreFields, type ScoreFields } from './score-fields';

const COMMAND = 'recordThreatScore';

/** A threat score, factor by factor. */
@Controller('operations/:reference/score')
export class ScoreController {
  constructor(private readonly forms: Forms) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Param('reference') reference: string,
    @Query('model') named: string | undefined,
  ): Promise<Answer> {
    const [known, before] = await Promise.all([
      this.known(request.api, reference, named),
      this.forms.typedBefore(request),
    ]);
    const fields = known.fields(before.typed);
    const form = this.forms.begun(request, formFields(fields), { version: known.operation.sequence }, before);
    return view(known, fields, form);
  }

  @Post()
  async record(
    @Req() request: WebRequest,
    @Param('reference') reference: string,
    @Query('model') named: string | undefined,
    @Body() typed: Typed,
  ): Promise<Answer> {
    const known = await this.known(request.api, reference, named);
    const fields = known.fields(typed);
    if (textAt(typed, '_effect') !== '')
      return view(known, fields, this.forms.again(request, formFields(fields), typed));
    const sent = await this.forms.send(request, {
      fields: formFields(fields),
      send: (body, key, version) => {
        const path = pathOf(reference, `/commands/${COMMAND}`);
        return request.api.post<CommandAnswer>(path, scoreBody(known.model, body), { key, version });
      },
    });
    if (!sent.done) return view(known, fields, sent.form, sent.status);
    request.session.notice = { kind: 'success', text: 'Recorded: the threat score. It counts once it is confirmed.' };
    return new Redirect(`/operations/${reference}/scores`);
  }

  /** The part of the page that says what the values chosen so far come to. */
  @Post('effect')
  @HttpCode(200)
  async effect(
    @Req() { api }: WebRequest,
    @Query('model') named: string | undefined,
    @Body() typed: Typed,
  ): Promise<View> {
    return new View('scoring/effect-fragment.njk', { effect: effectOf((await modelsOf(api, named)).model, typed) });
  }

  async known(api: Api, reference: string, named: string | undefined) {
    const [operation, actions, models, names, scores] = await Promise.all([
      readOperation(api, reference),
      readActions(api, reference, [COMMAND]),
      modelsOf(api, named),
      readNames(api, reference),
      api.get<ThreatScoreView>(pathOf(reference, '/threat-score')),
    ]);
    const action = actions.items[0];
    if (!action?.body) throw new NotFoundException();
    const { body } = action;
    const fields = (typed: Typed): ScoreFields => scoreFields(models.model, body, typed, names);
    return { operation, action, ...models, fields, scores: scores.scores, rescoreDue: scores.rescoreDue };
  }
}

const addressOf = ({ name, version }: ThreatModel) => `${name}@${version}`;

/** The model that is named by the address, else the one that Waymark brings; and the others there are. */
async function modelsOf(api: Api, named: string | undefined) {
  const { items } = await api.get<ThreatModelList>('/api/v1/threat-models');
  const models = items as unknown as readonly ThreatModel[];
  const model = named === undefined ? models[0] : models.find((one) => addressOf(one) === named);
  if (!model) throw new NotFoundException();
  return { model, models };
}

function view(
  { operation, action, model, models, scores, rescoreDue }: Awaited<ReturnType<ScoreController['known']>>,
  { factors, evidence, others }: ScoreFields,
  form: Form,
  status = 200,
): View {
  const rows = factors.map((field, nth) => ({
    field,
    evidence: evidence[nth],
    group: Object.values(model.factors)[nth]?.group,
  }));
  return new View(
    'scoring/score.njk',
    {
      ...{ operation, action, model, others, form, scores, rescoreDue },
      groups: (['harm', 'likelihood'] as const).map((name) => ({
        name,
        rows: rows.filter(({ group }) => group === name),
      })),
      bare: { ...form, fields: [] },
      effect: effectOf(model, form.typed),
      models: models.map((one) => ({ value: addressOf(one), text: `${one.title}, version ${one.version}` })),
      chosen: addressOf(model),
    },
    status,
  );
}
