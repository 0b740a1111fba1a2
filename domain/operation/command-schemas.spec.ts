import fc from 'fast-check';
import { INPUTS } from '../../test/support/arbitrary-commands';
import { commandSchemas, type CommandName } from './command-schemas';
import { COMMANDS } from './lifecycle.v1';

const schemaOf = (command: CommandName) => commandSchemas[command];

const sampleOf = (command: CommandName) => fc.sample(INPUTS[command], { numRuns: 1, seed: 7 })[0] ?? {};
const whereWrong = (command: CommandName, more: object) =>
  schemaOf(command)
    .safeParse({ ...sampleOf(command), ...more })
    .error?.issues.map(({ path }) => path.join('.'));

describe.each(COMMANDS)('the schema of %s', (command) => {
  it('refuses a field it does not know, by its name', () => {
    const { error } = schemaOf(command).safeParse({ ...sampleOf(command), sucpect: 'S1' });
    expect(error?.issues).toContainEqual(
      expect.objectContaining({ code: 'unrecognized_keys', keys: ['sucpect'], path: [] }),
    );
  });

  it('refuses what is not an object', () => {
    for (const body of [null, undefined, 'text', 1, []]) expect(schemaOf(command).safeParse(body).success).toBe(false);
  });
});

describe('the limits of a field', () => {
  it.each([
    ['openReferral', 'grounds', 4000],
    ['openReferral', 'handlingConditions', 1000],
    ['recordThreatScore', 'rationale', 4000],
    ['addSubject', 'name', 200],
    ['requestTranslation', 'extract', 500],
    ['recordEuropolMessage', 'content', 8000],
    ['signEnforcementPlan', 'policyFile', 8000],
    ['recordDebrief', 'debrief', 8000],
    ['requestReopening', 'reason', 2000],
  ] as const)('%s: %s has at most %d characters, and not only blanks', (command, field, most) => {
    expect(whereWrong(command, { [field]: 'x'.repeat(most) })).toBeUndefined();
    expect(whereWrong(command, { [field]: 'x'.repeat(most + 1) })).toEqual([field]);
    expect(whereWrong(command, { [field]: ' \n ' })).toEqual([field]);
  });

  it.each([
    ['recordSentence', 'months', [1, 1200], [-1, 1201, 1.5, '40']],
    ['recordThreatScore', 'confidence', [1, 4], [0, 5]],
    ['confirmThreatScore', 'risk', [0, 57_600], [-1, 57_601]],
    ['recordEuropolMessage', 'replyWithinDays', [1, 90, null], [0, 91]],
    ['recordCharge', 'subject', ['S1', 'S9999'], ['S0', 'S01', 's1', 'S10000', '1']],
    ['recordCharge', 'offences', [['MSA2015-s2'], ['SOA2003-s53A']], [[], ['s2'], ['MSA-s2'], ['murder']]],
    ['recordArrest', 'station', ['NOR-WYM'], ['nor-wym', 'N', 'A station in words']],
    ['openEuropolLiaison', 'country', ['HU'], ['hu', 'HUN', 'Hungary']],
    ['requestTranslation', 'language', ['hu', 'rom'], ['HU', 'hungarian']],
    ['recordDebrief', 'reviewDate', ['2033-01-05'], ['2033-02-30', '05/01/2033', '2033-01-05T00:00:00Z']],
    ['assignTeam', 'person', ['sio-1'], ['A Name', 'x', '-x']],
    ['adopt', 'codename', ['Derail', 'Blue Lake'], ['derail', 'D', 'One Two Three', `D${'e'.repeat(40)}`]],
    ['addSubject', 'roles', [['suspect', 'potential-victim']], [[], ['suspect', 'suspect'], ['offender']]],
    ['openReferral', 'marking', ['OFFICIAL-SENSITIVE'], ['RESTRICTED', 'official']],
  ] as const)('%s: %s', (command, field, good, bad) => {
    for (const value of good) expect([value, whereWrong(command, { [field]: value })]).toEqual([value, undefined]);
    for (const value of bad)
      expect([value, whereWrong(command, { [field]: value })?.[0]?.split('.')[0]]).toEqual([value, field]);
  });

  it('signEnforcementPlan: at most 50 premises', () => {
    const premises = (count: number) =>
      Array.from({ length: count }, () => ({ address: 'Invented', power: 'consent' }));
    expect(whereWrong('signEnforcementPlan', { premises: premises(50) })).toBeUndefined();
    expect(whereWrong('signEnforcementPlan', { premises: premises(51) })).toEqual(['premises']);
  });
});
