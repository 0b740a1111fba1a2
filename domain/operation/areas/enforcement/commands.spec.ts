import { blockersOf, deciding, happens, operationIn, suspect, TEXT } from '../../../../test/support/decided';

describe('the enforcement plan', () => {
  it('names each of the premises with the power to enter it', () => {
    const premises = [
      { address: TEXT, power: 'warrant-pace-s8' },
      { address: TEXT, power: 'consent' },
    ] as const;
    const body = { plan: TEXT, policyFile: TEXT, premises };
    expect(happens(deciding(operationIn('enforcement'), 'signEnforcementPlan', body))).toEqual({
      ...body,
      premises: [
        { premises: 'P1', ...premises[0] },
        { premises: 'P2', ...premises[1] },
      ],
    });
  });
});

describe('an arrest', () => {
  const state = operationIn('enforcement', {
    subjects: [
      suspect('S1', 'suspected'),
      suspect('S2', 'arrested'),
      suspect('S3', 'released-without-charge'),
      { ...suspect('S4', 'suspected'), roles: ['witness'], suspect: null },
    ],
  });
  const arrest = (subject: string) => blockersOf(deciding(state, 'recordArrest', { subject, station: 'NOR-WYM' }));

  it.each([
    ['S1', []],
    ['S2', ['suspect-status']],
    ['S3', []],
    ['S4', ['not-a-suspect']],
    ['S5', ['no-such-subject']],
  ])('of %s gives %j', (subject, blockers) => {
    expect(arrest(subject)).toEqual(blockers);
  });
});

describe('moving on', () => {
  it.each([
    ['enforcement', ['plan-signed', 'liaison-decided']],
    ['prosecution', []],
  ] as const)('from %s says everything that is missing', (stage, missing) => {
    expect(blockersOf(deciding(operationIn(stage), 'advance', {}))).toEqual(missing);
  });

  it('goes to the stage that follows', () => {
    expect(happens(deciding(operationIn('prosecution'), 'advance', {}))).toEqual({
      from: 'prosecution',
      to: 'sentencing',
    });
  });

  it('ends at sentencing: an operation is closed by closing it', () => {
    expect(blockersOf(deciding(operationIn('sentencing'), 'advance', {}))).toEqual(['stage']);
  });
});
