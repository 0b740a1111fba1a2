import fc from 'fast-check';
import { ROLES, type Actor } from '../../../domain/access/actor';
import type { CommandName } from '../../../domain/operation/command-schemas';
import { verifyOperation } from '../../../platform/timeline/verify';
import { anyCommand, envelopeFor } from '../../support/arbitrary-commands';
import { BareOperation } from '../../support/bare-operation';
import { OwnDatabase } from '../../support/own-database';

const everyone: Actor = { id: 'person-everyone', roles: ROLES, force: 'norfolk' };
const texts = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((text) => text.trim() !== '');
const person = fc.integer({ min: 1, max: 4 }).map((n) => `person-${n}`);
const given = <C extends CommandName>(command: C, body: fc.Arbitrary<object>) =>
  fc.record({ command: fc.constant(command), body });

const commands = fc.oneof(
  given('submitReferral', fc.constant({})),
  given('assignTeam', fc.record({ person, role: fc.constantFrom('intelligence-analyst', 'rocu-liaison-officer') })),
  given('addSubject', fc.record({ roles: fc.constant(['suspect']), name: texts, grounds: texts })),
  given('openEuropolLiaison', fc.record({ country: fc.constant('HU'), purpose: texts })),
  given('decline', fc.record({ rationale: texts })),
  given('requestReopening', fc.record({ reason: texts })),
  given(
    'recordEuropolMessage',
    fc.record({
      direction: fc.constantFrom('in', 'out'),
      answers: fc.constantFrom(null, 'M1', 'M2'),
      evaluation: fc.constant({ source: 'A', information: '1' }),
      handling: fc.constant('H0'),
      content: texts,
      replyWithinDays: fc.constantFrom(null, 1, 30),
    }),
  ),
);

describe('whatever is recorded', () => {
  let database: OwnDatabase;
  beforeAll(async () => {
    database = await OwnDatabase.create();
  });
  afterAll(() => database.drop());

  it('proves, and its row holds what its timeline folds to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(commands, { maxLength: 20 }), async (given) => {
        const operation = await BareOperation.open(database.recording);
        // What is refused records nothing, which is as good here.
        for (const { command, body } of given) await operation.does(everyone, command, body).catch(refusals);
        const proof = await verifyOperation(database.as.auditor, operation.reference);
        expect(proof).toEqual({ verified: true, ...operation.entity.head, workflow: 'not-asked', problems: [] });
      }),
      { numRuns: 40 },
    );
  });

  it('has a row that holds what its timeline folds to, whichever commands there are', async () => {
    let step = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyCommand, { maxLength: 40 }), async (given) => {
        const operation = await BareOperation.open(database.recording);
        for (const one of given) {
          const { sequence: seen } = operation.entity.head;
          await operation.entity.execute({ ...envelopeFor({ ...one, actor: everyone }, `step-${step++}`), seen });
        }
        const { problems, sequence } = await verifyOperation(database.as.auditor, operation.reference);
        // These commands come without the texts they name.
        expect(problems.filter(({ problem }) => !problem.startsWith('its text'))).toEqual([]);
        expect(sequence).toBe(operation.entity.head.sequence);
      }),
      { numRuns: 40 },
    );
  });
});

function refusals(error: Error): void {
  if (!/"kind":"(blocked|conflict)"/.test(error.message)) throw error;
}
