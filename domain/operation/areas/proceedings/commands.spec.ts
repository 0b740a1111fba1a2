import { blockersOf, deciding, happens, operationIn, suspect, TEXT } from '../../../../test/support/decided';
import type { CommandName } from '../../command-schemas';

const STATUSES = [
  'suspected',
  'arrested',
  'released-without-charge',
  'charged',
  'sentenced',
  'acquitted',
  'discontinued',
] as const;
const BODIES = {
  recordCharge: { subject: 'S1', offences: ['MSA2015-s2'] },
  releaseWithoutCharge: { subject: 'S1', reason: TEXT },
  recordSentence: { subject: 'S1', months: 40, court: 'NORWICH-CC' },
  endProceedings: { subject: 'S1', outcome: 'acquitted', reason: TEXT },
} as const;

describe.each([
  ['recordCharge', 'prosecution', ['arrested']],
  ['releaseWithoutCharge', 'prosecution', ['suspected', 'arrested']],
  ['recordSentence', 'sentencing', ['charged']],
  ['endProceedings', 'sentencing', ['charged']],
] as const)('%s', (command, stage, from) => {
  const given = (status: (typeof STATUSES)[number]) =>
    deciding(
      operationIn(stage, { subjects: [suspect('S1', status)] }),
      command as CommandName,
      BODIES[command] as never,
    );

  it.each(from)('follows on %s', (status) => {
    expect(happens(given(status))).toEqual(BODIES[command]);
  });

  it.each(STATUSES.filter((status) => !(from as readonly string[]).includes(status)))(
    'does not follow on %s',
    (status) => {
      expect(blockersOf(given(status))).toEqual(['suspect-status']);
    },
  );
});
