import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What operators watch: requests by route template, commands by outcome, the process with its event-loop lag. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly requests = new Histogram({
    name: 'waymark_http_request_duration_seconds',
    help: 'Duration of HTTP requests by method, route template and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });
  readonly commands = new Counter({
    name: 'waymark_commands_total',
    help: 'Commands by name and outcome: recorded, replayed, or the problem they met',
    labelNames: ['command', 'outcome'] as const,
    registers: [this.registry],
  });
  readonly streams = new Gauge({
    name: 'waymark_event_streams',
    help: 'Live event streams that are open',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
