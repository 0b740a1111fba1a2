import type { Problem } from '../http/problems';
import { JUSTIFICATION_LIMIT, justificationOf } from './justification';

const refused = (header: string) => {
  try {
    justificationOf(header);
  } catch (error) {
    return (error as Problem).members.errors;
  }
  return undefined;
};

describe('a justification', () => {
  it.each([
    [undefined, null],
    ['', null],
    ['   ', null],
    ['Review of the week', 'Review of the week'],
    ['Tasked by Se%C3%A1n, 100%25', 'Tasked by Seán, 100%'],
    ['two%0Alines', 'two\nlines'],
    ['x'.repeat(JUSTIFICATION_LIMIT), 'x'.repeat(JUSTIFICATION_LIMIT)],
    ['%F0%9F%98%80'.repeat(JUSTIFICATION_LIMIT), '😀'.repeat(JUSTIFICATION_LIMIT)],
  ])('%j says %j', (header, said) => {
    expect(justificationOf(header)).toBe(said);
  });

  it.each(['100%', '%C3', '%ff', 'Se\u00e1n', 'x'.repeat(JUSTIFICATION_LIMIT + 1)])(
    '%j is refused, with what to do',
    (header) => {
      expect(refused(header)).toEqual([{ path: 'X-Justification', message: expect.any(String) as string }]);
    },
  );
});
