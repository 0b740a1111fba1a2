import { defineUpdate, type Sinks } from '@temporalio/workflow';

/** The contract of the bare workflow that the engine is measured against. */
export const BASELINE_WORKFLOW = 'baseline';
export const BASELINE_QUEUE = 'baseline';

/** One Update, one local activity, one INSERT; answers the row's id. */
export const writeUpdate = defineUpdate<string, [object]>('write');

/** Tells the benchmark that a workflow has run its first task. */
export interface BaselineSinks extends Sinks {
  readonly baseline: { firstTask(): void };
}
