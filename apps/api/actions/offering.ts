import { CHOICES, type Choice } from '../../../domain/operation/choices';
import type { OperationState } from '../../../domain/operation/state';

/**
 * The JSON Schema of a body with what there is to choose from: each field marked `x-of` gets the `enum` of what the
 * operation holds now, which is empty when there is nothing.
 */
export function offering(schema: unknown, state: OperationState): unknown {
  if (Array.isArray(schema)) return schema.map((one) => offering(one, state));
  if (typeof schema !== 'object' || schema === null) return schema;
  const fields = Object.entries(schema).map(([key, one]) => [key, offering(one, state)]);
  const offered = 'x-of' in schema ? { enum: CHOICES[schema['x-of'] as Choice](state) } : {};
  return { ...Object.fromEntries(fields), ...offered };
}
