import { Controller, Get, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Produces } from '../http/media-types.guard';
import { Metrics } from '../http/metrics';
import { Public } from '../identity/identity.guard';
import { PublicRoute } from '../openapi/route';
import { liveness, readiness, type Readiness } from './health.schema';
import { HealthService } from './health.service';

@ApiTags('Health')
@Controller()
@Public()
export class HealthController {
  constructor(
    private readonly health: HealthService,
    private readonly metrics: Metrics,
  ) {}

  @Get('healthz')
  @PublicRoute({ id: 'live', summary: 'Whether the process is up', answer: liveness })
  live() {
    return { status: 'up' as const };
  }

  @Get('readyz')
  @PublicRoute({ id: 'ready', summary: 'Whether everything the API depends on answers', answer: readiness })
  @ApiResponse({ status: 503, description: 'Something is down', standardSchema: readiness })
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const found = await this.health.readiness();
    if (!found.ready) response.status(503);
    return found;
  }

  @Get('metrics')
  @Produces('text/plain')
  @PublicRoute({ id: 'metrics', summary: 'Measurements in the Prometheus text format' })
  async measurements(@Res() response: Response): Promise<void> {
    response.type(this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }
}
