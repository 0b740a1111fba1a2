import { blocked, type Decide } from '../../decide';
import { event } from '../../events';

/**
 * Erases a text for ever (DPA 2018 s.47); that it was there, and its erasure, stay on the timeline. Whether the operation has
 * such a record is asked at the API's door: texts are not part of the state.
 */
export const eraseText: Decide<'eraseText'> = ({ state, body }) =>
  state.erasedTexts.includes(body.record)
    ? blocked('text-erased', 'This text is erased already.')
    : [event('textErased', body)];
