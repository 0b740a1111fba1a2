import { identitiesOf, textsNeeded } from '../../../domain/deconfliction/of-operation';
import type { OperationState } from '../../../domain/operation/state';
import type { Reader } from '../../../platform/access/reading';
import { textsOf } from '../../../platform/timeline/texts';

/** Which subject or entity of an operation has which mark (`phone:+36301234567`), as far as its reader may read it. */
export async function holders(reader: Reader, state: OperationState): Promise<ReadonlyMap<string, string>> {
  const records = textsNeeded(state).map(({ record }) => record);
  const texts = await textsOf(reader, [state.reference], records);
  const readable = new Map(texts.flatMap(({ id, text }) => (text === null ? [] : [[id, text] as const])));
  return new Map(identitiesOf(state, readable).flatMap(({ holder, marks }) => marks.map((mark) => [mark, holder])));
}
