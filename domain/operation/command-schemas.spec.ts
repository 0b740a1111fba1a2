import fc from 'fast-check';
import { BODIES } from '../../test/support/arbitrary-commands';
import { HeldText } from '../text/text';
import { commandSchemas, type CommandName } from './command-schemas';
import { COMMANDS } from './lifecycle.v1';

const schemaOf = (command: CommandName) => commandSchemas[command];

/** A body as people send it: each text in words instead of by reference. */
const written = (body: unknown): unknown => {
  if (Array.isArray(body)) return body.map(written);
  if (typeof body !== 'object' || body === null) return body;
  if ('record' in body) return String(body.record);
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, written(value)]));
};
/** What a schema yields, with the texts it held as words again. */
const words = (value: unknown): unknown => {
  if (value instanceof HeldText) return value.value;
  if (Array.isArray(value)) return value.map(words);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, words(one)]));
};
const sampleOf = (command: CommandName) =>
  written(fc.sample(BODIES[command] as fc.Arbitrary<object>, { numRuns: 1, seed: 7 })[0]) as Record<string, unknown>;
const whereWrong = (command: CommandName, more: object) =>
  schemaOf(command)
    .safeParse({ ...sampleOf(command), ...more })
    .error?.issues.map(({ path }) => path.join('.'));

describe.each(COMMANDS)('the schema of %s', (command) => {
  it('takes every body that the property tests make up, and yields it unchanged', () => {
    fc.assert(
      fc.property(BODIES[command] as fc.Arbitrary<object>, (body) => {
        const given = written(body) as { grade?: { handlingCode: string }; handlingConditions?: unknown };
        fc.pre(given.grade?.handlingCode !== 'C' || given.handlingConditions !== null);
        expect(words(schemaOf(command).parse(given))).toEqual(given);
      }),
      { numRuns: 20 },
    );
  });

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
    ['recordSentence', 'months', [1, 1200], [0, 1201, 1.5, '40']],
    ['recordThreatScore', 'confidence', [1, 4], [0, 5]],
    ['confirmThreatScore', 'risk', [0, 240], [-1, 241]],
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
