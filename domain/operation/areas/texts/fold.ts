import type { Applies } from '../areas';
import type { TextsEvents } from './events';

export const texts: Applies<TextsEvents> = {
  textErased: ({ erasedTexts }, { record }) => ({ erasedTexts: [...erasedTexts, record] }),
};
