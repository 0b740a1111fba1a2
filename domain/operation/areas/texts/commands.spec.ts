import { blockersOf, deciding, happens, operationIn, someone, TEXT } from '../../../../test/support/decided';
import { STAGES } from '../../codes';
import { explain } from '../../explain';

describe('the erasure of a text', () => {
  const body = { record: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff', reason: TEXT };

  it.each(STAGES)('is for supervisors, also in %s', (stage) => {
    expect(explain(operationIn(stage), 'eraseText', someone('supervisor')).allowed).toBe(true);
    expect(happens(deciding(operationIn(stage), 'eraseText', body))).toEqual(body);
  });

  it('takes place once', () => {
    const state = operationIn('closed', { erasedTexts: [body.record] });
    expect(blockersOf(deciding(state, 'eraseText', body))).toEqual(['text-erased']);
  });
});
