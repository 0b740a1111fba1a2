import type { OperationState } from '../operation/state';
import type { TextRef } from '../text/text';
import { identityOf, type Identity } from './identity';

/** A subject or entity of an operation, as it is looked for. */
export interface HeldIdentity extends Identity {
  /** Its identifier in the operation: S1, E1. */
  readonly holder: string;
}

/** The texts that {@link identitiesOf} reads. */
export function textsNeeded({ subjects, entities }: OperationState): readonly TextRef[] {
  return [
    ...subjects.flatMap(({ name, aliases, identifiers }) => [
      name,
      ...aliases,
      ...identifiers.map(({ value }) => value),
    ]),
    ...entities.map(({ label }) => label),
  ];
}

/**
 * Whom and what an operation holds an interest in: its subjects, and the places among its entities by their address. None
 * while it is merged into another, which holds them then.
 *
 * @param texts those that are there, by their record; what has been erased is not looked for
 */
export function identitiesOf(
  { merge, subjects, entities }: OperationState,
  texts: ReadonlyMap<string, string>,
): readonly HeldIdentity[] {
  if (merge !== null) return [];
  const read = (...refs: readonly TextRef[]) => refs.flatMap(({ record }) => texts.get(record) ?? []);
  const people = subjects.map(({ id, name, aliases, identifiers }) => ({
    holder: id,
    ...identityOf({
      names: read(name, ...aliases),
      births: identifiers.flatMap(({ kind, value }) => (kind === 'date-of-birth' ? read(value) : [])),
      marks: identifiers.flatMap(({ kind, value }) =>
        kind === 'date-of-birth' || kind === 'other' ? [] : read(value).map((written) => ({ kind, value: written })),
      ),
    }),
  }));
  const places = entities
    .filter(({ kind }) => kind === 'location')
    .map(({ id, label }) => ({
      holder: id,
      ...identityOf({ names: [], births: [], marks: read(label).map((value) => ({ kind: 'address', value })) }),
    }));
  return [...people, ...places].filter(({ names, births, marks }) => names.length + births.length + marks.length > 0);
}
