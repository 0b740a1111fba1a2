import { SCHEMAS } from '../../../../test/support/arbitrary-commands';
import {
  blockersOf,
  deciding,
  happens,
  operationIn,
  someone,
  suspect,
  SUSPECT_STATUSES,
  TEXT,
} from '../../../../test/support/decided';
import { ROLES } from '../../../access/actor';
import { CHOICES, type Choice } from '../../choices';
import { event, type DecidedEvent } from '../../events';
import { explain } from '../../explain';
import { fold } from '../../fold';
import { COMMANDS, lifecycle, type LifecycleRow } from '../../lifecycle.v1';
import type { OperationState } from '../../state';
import { NAMING_A_SUBJECT } from './since';

const SURVIVOR = 'OP-2026-000002';
const M1 = 'OP-2026-000001.M1';
const reason = TEXT;

const after = (state: OperationState, ...decided: readonly DecidedEvent[]) =>
  decided.reduce(
    (folded, one) =>
      fold(folded, { ...one, sequence: folded.sequence + 1, happenedAt: '', occurredAt: '', actor: 'somebody' }),
    state,
  );
const MESSAGE = {
  id: 'M1',
  direction: 'out',
  dueAt: '2026-03-01T00:00:00.000Z',
  answered: false,
  reminded: false,
} as const;
const duplicate = operationIn('assessment', {
  liaison: { status: 'open', messages: [MESSAGE] },
  nextDueAt: MESSAGE.dueAt,
});
const asked = after(duplicate, event('mergeRequested', { merge: M1, into: SURVIVOR, reason }));
const merged = after(asked, event('mergedInto', { merge: M1, into: SURVIVOR }));
const undoing = (from = merged, request = `${M1}.U1`) =>
  after(from, event('unmergeRequested', { merge: M1, into: SURVIVOR, request, reason }));

const SUBJECT = {
  of: 'S1',
  roles: ['suspect'],
  name: TEXT,
  suspect: { status: 'suspected', youth: true },
  aliases: [TEXT],
  identifiers: [],
} as const;
const receiving = { merge: M1, operation: 'OP-2026-000001', subjects: [SUBJECT, { ...SUBJECT, of: 'S4' }] };
const survivor = { ...operationIn('assessment', { subjects: [suspect('S1', 'suspected')] }), reference: SURVIVOR };
const received = after(
  survivor,
  event('mergeReceived', happens(deciding(survivor, 'receiveMerge', receiving)) as never),
);

describe('asking for a merge', () => {
  it('numbers the merges of the duplicate', () => {
    expect(happens(deciding(duplicate, 'requestMerge', { into: SURVIVOR, reason }))).toMatchObject({ merge: M1 });
    const again = after(asked, event('mergeAbandoned', { merge: M1, into: SURVIVOR, requestedBy: 'somebody', reason }));
    expect(happens(deciding(again, 'requestMerge', { into: SURVIVOR, reason }))).toMatchObject({
      merge: 'OP-2026-000001.M2',
    });
  });

  it('is for tasking officers and supervisors', () => {
    const by = (role: 'tasking-officer' | 'supervisor' | 'senior-investigating-officer') =>
      blockersOf(deciding(duplicate, 'requestMerge', { into: SURVIVOR, reason }, { actor: someone(role) }));
    expect([by('tasking-officer'), by('supervisor'), by('senior-investigating-officer')]).toEqual([[], [], ['role']]);
  });

  it('is refused for the operation itself, and for one that was merged into it', () => {
    const into = (operation: string, state: OperationState) =>
      blockersOf(deciding(state, 'requestMerge', { into: operation, reason }));
    expect(into('OP-2026-000001', duplicate)).toEqual(['same-operation']);
    expect(into('OP-2026-000001', received)).toEqual(['merged-here']);
  });

  it('is refused from prosecution on', () => {
    expect(blockersOf(deciding(operationIn('prosecution'), 'requestMerge', { into: SURVIVOR, reason }))).toEqual([
      'stage',
    ]);
  });
});

describe('an operation that is merged, or on its way there or back', () => {
  it.each([
    ['merging', asked, 'This operation is being merged into another: wait, or take it back.'],
    ['merged', merged, 'This operation was merged into another: work there.'],
    ['unmerging', undoing(), 'This operation is being taken back from a merge: wait.'],
  ] as const)(
    'refuses everybody everything but to be taken back, erasures, and who may see it: %s',
    (code, state, sentence) => {
      const blocker = { kind: 'stage', code, sentence, remedies: ['unmerge'] };
      for (const role of ROLES) {
        for (const command of COMMANDS.filter((one) => !(lifecycle[one] as LifecycleRow).whileMerged))
          expect([command, explain(state, command, someone(role)).blockers]).toEqual([command, [blocker]]);
        expect(explain(state, 'unmerge', someone(role)).allowed).toBe(role === 'supervisor');
      }
    },
  );

  it('waits for nothing, and waits again once it is taken back', () => {
    expect([asked, merged, undoing()].map(({ nextDueAt }) => nextDueAt)).toEqual([null, null, null]);
    expect(after(undoing(), event('unmerged', { merge: M1, into: SURVIVOR })).nextDueAt).toBe(MESSAGE.dueAt);
  });
});

describe('the saga tells the duplicate', () => {
  it('that it is merged, or why not, once and while it waits for that', () => {
    expect(happens(deciding(asked, 'completeMerge', { merge: M1 }))).toEqual({ merge: M1, into: SURVIVOR });
    expect(happens(deciding(asked, 'abandonMerge', { merge: M1, reason }))).toMatchObject({ requestedBy: 'somebody' });
    for (const state of [merged, undoing(asked)])
      for (const told of [
        deciding(state, 'completeMerge', { merge: M1 }),
        deciding(state, 'abandonMerge', { merge: M1, reason }),
      ])
        expect(blockersOf(told)).toEqual(['merge-not-awaited']);
    expect(blockersOf(deciding(asked, 'completeMerge', { merge: `${M1}1` }))).toEqual(['merge-not-awaited']);
  });

  it('that it is taken back, or why not, in answer to the latest request', () => {
    const twice = undoing(undoing(), `${M1}.U2`);
    expect(happens(deciding(merged, 'unmerge', { reason }))).toMatchObject({ request: `${M1}.U1` });
    expect(happens(deciding(undoing(), 'unmerge', { reason }))).toMatchObject({ request: `${M1}.U2` });
    expect(happens(deciding(twice, 'completeUnmerge', { merge: M1 }))).toEqual({ merge: M1, into: SURVIVOR });
    expect(blockersOf(deciding(twice, 'refuseUnmerge', { request: `${M1}.U1`, reason }))).toEqual([
      'merge-not-awaited',
    ]);
    const refusal = happens(deciding(twice, 'refuseUnmerge', { request: `${M1}.U2`, reason }));
    const refused = after(twice, event('unmergeRefused', refusal as never));
    expect(refused.merge).toMatchObject({ status: 'merged' });
    expect(blockersOf(deciding(refused, 'completeUnmerge', { merge: M1 }))).toEqual(['merge-not-awaited']);
  });

  it('nothing that a person could say', () => {
    for (const command of ['completeMerge', 'receiveMerge', 'releaseMerge'] as const)
      expect(explain(asked, command, someone('supervisor')).allowed).toBe(false);
  });
});

describe('the survivor', () => {
  it('takes subjects up under its next identifiers, and notes where they come from', () => {
    expect(received.subjects.slice(1)).toMatchObject([
      { id: 'S2', origin: { operation: 'OP-2026-000001', subject: 'S1', since: [] }, aliases: [TEXT] },
      { id: 'S3', origin: { subject: 'S4' }, suspect: { status: 'suspected', youth: true, offences: [] } },
    ]);
  });

  it('takes nothing from itself, and nothing twice', () => {
    const from = (operation: string) => blockersOf(deciding(received, 'receiveMerge', { ...receiving, operation }));
    expect(from(SURVIVOR)).toEqual(['same-operation']);
    expect(from('OP-2026-000001')).toEqual(['merged-here']);
  });

  it('takes nothing while it is merged itself, whatever it is given', () => {
    expect(blockersOf(deciding(merged, 'receiveMerge', { ...receiving, operation: SURVIVOR }))).toEqual(['merged']);
  });

  it('gives back what it was given, and never an identifier twice', () => {
    const release = deciding(received, 'releaseMerge', { merge: M1 });
    expect(happens(release)).toEqual({ merge: M1, operation: 'OP-2026-000001', subjects: ['S2', 'S3'] });
    const released = after(received, event('mergeReleased', happens(release) as never));
    expect(released).toEqual({ ...survivor, sequence: released.sequence, released: 2 });
    const named = deciding(released, 'addSubject', { roles: ['witness'], name: TEXT, grounds: TEXT });
    expect(happens(named)).toMatchObject({ subject: 'S4' });
  });

  it('keeps whom it has worked on since, and says on what', () => {
    const link = { link: 'L1', from: 'S1', to: 'S3', kind: 'related-to', grade: {} as never, source: TEXT } as const;
    const worked = after(
      received,
      event('arrestRecorded', { subject: 'S2', station: 'NOR-WYM' } as never),
      event('subjectRolesChanged', { subject: 'S2', roles: ['suspect'], grounds: TEXT }),
      event('subjectRolesChanged', { subject: 'S2', roles: ['suspect'], grounds: TEXT }),
      event('entitiesLinked', link),
    );
    expect(deciding(worked, 'releaseMerge', { merge: M1 })).toEqual({
      kind: 'blocked',
      blockers: [
        {
          kind: 'act',
          code: 'worked-on',
          sentence:
            'This operation has worked on subjects since they came here: S2 (arrest recorded, subject roles changed); ' +
            'S3 (entities linked).',
          missing: ['S2', 'S3'],
        },
      ],
    });
  });

  it('does not keep them for what it did with others', () => {
    const worked = after(received, event('aliasAdded', { subject: 'S1', alias: TEXT }));
    expect(happens(deciding(worked, 'releaseMerge', { merge: M1 }))).toBeDefined();
  });

  it('says that it has nothing before it says what else stands in the way', () => {
    const closed = { ...received, stage: 'closed' } as const;
    expect(blockersOf(deciding(closed, 'releaseMerge', { merge: M1 }))).toEqual(['closed']);
    expect(blockersOf(deciding(closed, 'releaseMerge', { merge: `${M1}1` }))).toEqual(['merge-not-received']);
    const away = { ...received, merge: { ...merged.merge!, into: 'OP-2026-000003' } };
    expect(blockersOf(deciding(away, 'releaseMerge', { merge: M1 }))).toEqual(['merged']);
    expect(blockersOf(deciding(merged, 'releaseMerge', { merge: M1 }))).toEqual(['merge-not-received']);
  });
});

describe('what is noted about a subject', () => {
  it('knows every field by which a command can name one', () => {
    const subjects = SUSPECT_STATUSES.map((status, at) => ({
      ...suspect(`S${at + 1}`, status),
      roles: ['suspect', 'potential-victim'] as const,
    }));
    const victims = subjects.map(({ id }) => ({ id, handedOver: false })) as unknown as OperationState['victims'];
    const state = operationIn('enforcement', { subjects, victims });
    const naming = (Object.keys(CHOICES) as Choice[]).filter((of) =>
      CHOICES[of](state).some((one) => subjects.some(({ id }) => id === one)),
    );
    const fields = COMMANDS.flatMap((command) =>
      Object.entries(SCHEMAS[command].properties ?? {}).flatMap(([name, schema]) =>
        naming.some((of) => JSON.stringify(schema).includes(`"x-of":"${of}"`)) ? [name] : [],
      ),
    );
    expect(fields.length).toBeGreaterThan(30);
    for (const field of new Set(fields)) expect(NAMING_A_SUBJECT).toContain(field);
  });
});
