import { codesText } from './codes';

describe('codes within a sentence', () => {
  it('are words, and leave identifiers and words as they are', () => {
    expect(codesText(['open-source', 'telecoms', 'threat score', 'W1', 'sign-off'])).toBe(
      'open source, telecoms, threat score, W1, sign off',
    );
  });
});
