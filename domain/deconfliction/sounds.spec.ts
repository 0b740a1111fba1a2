import fc from 'fast-check';
import { soundsOf } from './sounds';

const meet = (one: string, other: string) => soundsOf([one]).some((sound) => soundsOf([other]).includes(sound));

describe('how names sound', () => {
  it.each([
    ['petar georgiev', 'georgiev petar', true],
    ['jordan hristov', 'yordan hristoff', true],
    ['tsvetan ivanov', 'cvetan ivanoff', true],
    ['nguyen van an', 'an nguyen', true],
    ['maria', 'mariya', true],
    ['petar georgiev', 'petar ivanov', false],
    ['maria', 'maria popescu', false],
  ])('%s and %s: %s', (one, other, whether) => {
    expect(meet(one, other)).toBe(whether);
  });

  it('stays small, whatever is written', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[cjhkrsz]{1,60}$/), { minLength: 1, maxLength: 6 }), (words) => {
        expect(soundsOf([words.join(' ')]).length).toBeLessThanOrEqual(15 * 64);
      }),
    );
  });

  it('is as PostgreSQL has it', () => {
    expect(soundsOf(['peters'])).toEqual([1_000_000_734_000, 1_000_000_739_400]);
  });
});
