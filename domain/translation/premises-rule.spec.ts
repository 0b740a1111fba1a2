import { MARKINGS } from '../operation/codes';
import { NOTHING_LEAVES, whyNotSent } from './premises-rule';

const HERE = { name: 'Apertium', leavesPremises: false };
const BEYOND = { name: 'Azure AI Translator', leavesPremises: true };

describe('the rule of what may leave a force’s machines', () => {
  it('holds nothing back from a provider on them', () => {
    for (const marking of MARKINGS) expect(whyNotSent(NOTHING_LEAVES, HERE, marking)).toBeUndefined();
  });

  it('lets nothing leave before the force has decided', () => {
    for (const marking of MARKINGS)
      expect(whyNotSent(NOTHING_LEAVES, BEYOND, marking)).toMatch(
        /lets no message leave .* Azure AI Translator is beyond/,
      );
  });

  it.each([
    ['OFFICIAL', ['OFFICIAL']],
    ['OFFICIAL-SENSITIVE', ['OFFICIAL', 'OFFICIAL-SENSITIVE']],
    ['TOP SECRET', [...MARKINGS]],
  ] as const)('lets messages up to %s leave, and of no higher marking', (mayLeaveUpTo, leaving) => {
    expect(MARKINGS.filter((marking) => whyNotSent({ mayLeaveUpTo }, BEYOND, marking) === undefined)).toEqual(leaving);
  });

  it('says what to do instead', () => {
    expect(whyNotSent({ mayLeaveUpTo: 'OFFICIAL' }, BEYOND, 'SECRET')).toBe(
      'The force’s rule lets messages up to OFFICIAL leave its own machines, and this operation is SECRET: choose a provider on the force’s own machines, or have the rule changed.',
    );
  });
});
