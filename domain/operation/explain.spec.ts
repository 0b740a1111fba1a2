import fc from 'fast-check';
import { envelopeFor, INPUTS, PEOPLE, withheld, type ArbitraryCommand } from '../../test/support/arbitrary-commands';
import { ROLES } from '../access/actor';
import { NOW, operationIn, someone, suspect } from '../../test/support/decided';
import { DocumentedCommand } from '../../test/support/documented';
import type { Role } from '../access/actor';
import { STAGES } from './codes';
import { decide } from './decide';
import { explain } from './explain';
import { COMMANDS, lifecycle, type LifecycleRow } from './lifecycle.v1';
import type { OperationState } from './state';

/** In every stage an operation with nothing done and one with something of everything half done. */
const STATES: readonly OperationState[] = (['unopened', ...STAGES] as const).flatMap((stage) => [
  operationIn(stage),
  operationIn(stage, {
    liaison: { status: 'open', messages: [] },
    products: [{ product: 'telecoms', status: 'chosen' }],
    package: { version: 1, author: 'author', signedOffBy: null, recalled: false },
    subjects: [suspect('S1', 'arrested')],
  }),
]);

describe.each(COMMANDS)('%s', (command) => {
  const document = new DocumentedCommand(command);
  const { gates = () => [] }: LifecycleRow = lifecycle[command];
  const [input = {}] = fc.sample(INPUTS[command], { numRuns: 1, seed: 1 });
  const body = withheld(command, input);
  const decided = (state: OperationState, actor: (typeof PEOPLE)[number]) =>
    decide(state, envelopeFor({ command, body, actor } as ArbitraryCommand, 'c1'), NOW);

  it('is decided as it is explained, in every stage and for every role', () => {
    for (const state of STATES)
      for (const actor of PEOPLE) {
        const explained = explain(state, command, actor);
        const decision = decided(state, actor);
        if (!explained.allowed) expect(decision).toEqual({ kind: 'blocked', blockers: explained.blockers });
        else if (decision.kind === 'blocked') expect(decision.blockers.map(({ kind }) => kind)).toEqual(['act']);
      }
  });

  it('is allowed, or refused with just the sentences, as docs/commands.md says for every stage and role', () => {
    for (const state of STATES)
      for (const actor of PEOPLE) {
        const { allowed, blockers } = explain(state, command, actor);
        const [role] = actor.roles as [Role];
        const mark = document.inStage(state.stage);
        const closed = mark === '○' ? gates(state).filter(({ missing }) => missing(state).length > 0) : [];
        const told = [
          ...document.toRole(role),
          ...document.ofStage(state.stage),
          ...closed.flatMap(({ code }) => document.ofGate(state.stage, code)),
        ];
        expect(blockers.map(({ sentence }) => sentence)).toEqual(told);
        expect(allowed).toBe(document.isFor(role) && (mark === '●' || (mark === '○' && closed.length === 0)));
      }
  });

  it('is refused in sentences', () => {
    for (const state of STATES)
      for (const { sentence } of explain(state, command, someone('administrator')).blockers)
        expect(sentence).toMatch(/^[A-Z“].*\.$/);
  });
});

describe('an explanation', () => {
  it('names everything that stands in the way at once, with what is missing and the source in law', () => {
    expect(explain(operationIn('enforcement'), 'advance', someone('supervisor'))).toEqual({
      allowed: false,
      blockers: [
        {
          kind: 'role',
          code: 'role',
          sentence: '“Move on to the next stage” is for: senior investigating officer.',
        },
        expect.objectContaining({
          kind: 'gate',
          code: 'plan-signed',
          missing: ['enforcement plan'],
          source: expect.stringContaining('PACE 1984') as string,
        }),
        expect.objectContaining({ kind: 'gate', code: 'liaison-decided', missing: ['Europol liaison'] }),
      ],
    });
  });

  it('does not ask for the gates of a stage the command does not belong to', () => {
    const codes = (command: 'close' | 'advance') =>
      explain(operationIn('enforcement'), command, someone('senior-investigating-officer')).blockers.map(
        ({ code }) => code,
      );
    expect(codes('advance')).toEqual(['plan-signed', 'liaison-decided']);
    expect(codes('close')).toEqual(['stage']);
  });

  it.each([
    ['referral', 'close', 'submitReferral'],
    ['enforcement', 'close', 'advance'],
    ['enforcement', 'adopt', 'requestRollback'],
    ['closed', 'advance', 'requestReopening'],
    ['sentencing', 'advance', 'requestRollback'],
  ] as const)('names what leads from %s to the stage of %s', (stage, command, remedy) => {
    const everything = { id: 'somebody', force: 'norfolk', roles: ROLES };
    expect(explain(operationIn(stage), command, everything).blockers[0]).toMatchObject({
      kind: 'stage',
      remedies: [remedy],
    });
  });
});
