import { CHOICES } from '../../../domain/operation/choices';
import type { OperationState } from '../../../domain/operation/state';

/** What there is to choose from, by what a field is marked with. */
export type Choices = Readonly<Record<string, readonly (string | number)[]>>;

/** The choices of an operation, and of the lists that are data. */
export const choicesOf = (state: OperationState, lists: Choices): Choices => ({
  ...Object.fromEntries(Object.entries(CHOICES).map(([of, choose]) => [of, choose(state)])),
  ...lists,
});

/**
 * The JSON Schema of a body with what there is to choose from: each field marked `x-of` gets the `enum` of what the
 * operation holds now, or the list has, which is empty when there is nothing.
 */
export function offering(schema: unknown, choices: Choices): unknown {
  if (Array.isArray(schema)) return schema.map((one) => offering(one, choices));
  if (typeof schema !== 'object' || schema === null) return schema;
  const fields = Object.entries(schema).map(([key, one]) => [key, offering(one, choices)]);
  const offered = 'x-of' in schema ? { enum: choices[String(schema['x-of'])] ?? [] } : {};
  return { ...Object.fromEntries(fields), ...offered };
}
