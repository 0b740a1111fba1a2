export interface TextsState {
  /** Records of texts that have been erased, by their identifiers. */
  readonly erasedTexts: readonly string[];
}

export const texts: TextsState = { erasedTexts: [] };
