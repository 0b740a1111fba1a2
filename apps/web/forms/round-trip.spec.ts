import fc from 'fast-check';
import { COMMANDS } from '../../../domain/operation/lifecycle.v1';
import { INPUTS, SCHEMAS } from '../../../test/support/arbitrary-commands';
import { bodyOf } from './body-of';
import type { Typed } from './field';
import { fieldsOf } from './fields-of';
import type { Schema } from './schema';
import { typedOf } from './typed-of';

/** A body without what says nothing: null and empty lists, which forms leave out. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const said = Object.entries(value).flatMap(([name, one]): [string, unknown][] => {
    const inner = bare(one);
    const isEmpty = inner === null || inner === undefined || (Array.isArray(inner) && inner.length === 0);
    return isEmpty ? [] : [[name, inner]];
  });
  return Object.fromEntries(said);
}

/** As a browser sends it: the ends of lines in two characters. */
const sentBy = (typed: Typed): Typed =>
  Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('\n', '\r\n') : value,
    ]),
  );

/** Its factors are those of a model, which the form of a command does not know: it has a page of its own (`scoring/`). */
const ELSEWHERE = ['recordThreatScore'];

describe('the body of any command', () => {
  it.each(COMMANDS.filter((command) => !ELSEWHERE.includes(command)))(
    '%s is read back from its form as it was typed',
    (command) => {
      const schema = SCHEMAS[command] as Schema;
      fc.assert(
        fc.property(INPUTS[command], (body) => {
          const typed = sentBy(typedOf(body));
          const read = bodyOf(fieldsOf(schema, { typed }), typed);
          expect({ body: bare(read.body), errors: read.errors }).toEqual({ body: bare(body), errors: {} });
        }),
        { numRuns: 40, seed: 8 },
      );
    },
  );
});
