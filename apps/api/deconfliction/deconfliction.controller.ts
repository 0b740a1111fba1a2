import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DECONFLICTORS, mayGive, spelt } from '../../../domain/access/rules';
import { reservedFor } from '../../../domain/operation/explain';
import { Access, type AccessEntry } from '../access-log/access-entry';
import { refusal } from '../http/problems';
import { Rates } from '../http/rates';
import { IdempotencyKey, Me, type Identity } from '../http/request';
import { PostRoute } from '../openapi/route';
import { checkAnswer, checkRequest, CHECKS_AT_ONCE, type CheckAnswer, type CheckRequest } from './check.schema';
import { DeconflictionRead } from './deconfliction.read';

@ApiTags('De-confliction')
@Controller('api/v1/deconfliction')
export class DeconflictionController {
  constructor(
    private readonly deconfliction: DeconflictionRead,
    private readonly rates: Rates,
  ) {}

  @Post('check')
  @HttpCode(200)
  @PostRoute({
    id: 'checkDeconfliction',
    logged: 'consultation',
    summary: 'Look whether an operation already holds an interest',
    description:
      `For: ${spelt(DECONFLICTORS)}. In up to ${CHECKS_AT_ONCE} people, phones, vehicles, addresses or documents, over all operations. What you see is shown with its ` +
      'score; of what you do not see, only that another operation holds an interest. What was sought is in the access log.',
    answer: checkAnswer,
    problems: ['forbidden'],
  })
  async check(
    @Body({ schema: checkRequest }) { items }: CheckRequest,
    @Me() { actor }: Identity,
    @IdempotencyKey() _key: string,
    @Access() access: AccessEntry,
  ): Promise<CheckAnswer> {
    if (!mayGive(actor, DECONFLICTORS))
      throw refusal([reservedFor('“Look whether an operation already holds an interest”', DECONFLICTORS)]);
    access.note({
      sought: items.map(({ names, identifiers }) => ({
        names: names.map(({ value }) => value),
        identifiers: identifiers.map(({ kind, value }) => ({ kind, value: value.value })),
      })),
    });
    await this.rates.count('deconfliction', actor.id, items.length);
    return this.deconfliction.check(actor, items);
  }
}
