import { REFERENCE } from './reference';

describe('the reference of an operation', () => {
  it.each(['OP-2026-000123', 'OP-2026-999999', 'OP-2026-1000000'])('may be %s', (text) => {
    expect(text).toMatch(REFERENCE);
  });

  it.each([
    'OP-2026-123',
    'OP-26-000123',
    'op-2026-000123',
    'OP-2026-000123.T1',
    ' OP-2026-000123',
    'OP-2026-000123\n',
  ])('is never %j', (text) => {
    expect(text).not.toMatch(REFERENCE);
  });
});
