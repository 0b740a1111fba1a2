import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Readings } from '../access/readings';
import { ReferencePipe } from '../http/reference';
import { Me, type Identity } from '../http/request';
import { Route } from '../openapi/route';
import { threatScoreView, type ThreatScoreView } from './threat-score.schema';
import { ThreatScoreRead } from './threat-score.read';

@ApiTags('Threat scores')
@Controller('api/v1/operations/:reference/threat-score')
export class ThreatScoreController {
  constructor(
    private readonly readings: Readings,
    private readonly scores: ThreatScoreRead,
  ) {}

  @Get()
  @Route({
    id: 'readThreatScore',
    logged: 'consultation',
    summary: 'Read the threat scores, explained',
    description:
      'Those that stand, of each scorer and model: what each factor was given, what that means, what it rests on, and what ' +
      'changing it by one step would do to risk and rank; with how far two scorers agree. A score is what a person judged, and ' +
      'counts once a person has confirmed it.',
    answer: threatScoreView,
    problems: ['not-found'],
  })
  read(@Param('reference', ReferencePipe) reference: string, @Me() { actor }: Identity): Promise<ThreatScoreView> {
    return this.readings.as(actor, (reader) => this.scores.one(reader, reference));
  }
}
