import { FULL_OPERATION, fullReference, seedFull } from '../../bench/seed/full';
import { verifyOperation } from '../../platform/timeline/verify';
import { randomUUID } from 'node:crypto';
import { WorkflowNotFoundError } from '@temporalio/client';
import { foldAll } from '../../domain/operation/fold';
import { FOLD_VERSION, type OperationState } from '../../domain/operation/state';
import { createRecordingActivities } from '../../activities/recording';
import { headQuery, operationWorkflowId } from '../../workflows/operation/operation.messages';
import { ownReference } from '../support/own-reference';
import { Engine, eventually, LIAISON, REFERRAL, SIO, SUPERVISOR, TASKING, testStack } from '../support/stack';
import { LOW_THREAT } from '../support/threat-inputs';
import { fastForward } from '../support/time-skipping';

const DAY = 86_400_000;
const MESSAGE = {
  direction: 'out',
  evaluation: { source: 'A', information: '2' },
  handling: 'H0',
  content: 'Invented request.',
  replyWithinDays: 10,
};
const ANALYST = { id: 'intelligence-analyst-norfolk', roles: ['intelligence-analyst' as const], force: 'norfolk' };
const SCORE = { ...LOW_THREAT, rationale: 'Invented.' };

describe('the operation workflow', () => {
  let engine: Engine;
  beforeAll(() => {
    engine = new Engine();
  });
  afterAll(() => engine.close());

  const handle = (reference: string) => engine.client.workflow.getHandle(operationWorkflowId(reference));
  const row = async (reference: string) => {
    const { rows } = await engine.pool.query<{ sequence: number; state: OperationState }>(
      'SELECT sequence, state FROM operation WHERE reference = $1',
      [reference],
    );
    return rows[0] as { sequence: number; state: OperationState };
  };
  const types = async (reference: string) => (await engine.events(reference)).map(({ type }) => type);

  it('has recorded a command before it answers', async () => {
    const reference = await engine.open();
    const given = await engine.does(reference, TASKING, 'submitReferral', {});
    expect(await row(reference)).toMatchObject({ sequence: given.lastSequence, state: { stage: 'assessment' } });
  });

  it('answers the same command the same way, and takes it once', async () => {
    const reference = await engine.open();
    const command = engine.envelope(TASKING, 'submitReferral', {});
    const [first, second] = await Promise.all([
      engine.gateway.give(reference, command),
      engine.gateway.give(reference, command),
    ]);
    expect(first).toMatchObject({ kind: 'recorded', firstSequence: 2, lastSequence: 2 });
    expect(second).toMatchObject({ kind: 'recorded', firstSequence: 2, lastSequence: 2 });
    expect(await engine.gateway.give(reference, command)).toMatchObject({ kind: 'recorded', lastSequence: 2 });
    expect(await types(reference)).toEqual(['referralOpened', 'referralSubmitted']);
  });

  it('tells the same key with another body apart', async () => {
    const reference = await engine.open();
    const key = randomUUID();
    const ask = (person: string) =>
      engine.gateway.give(
        reference,
        engine.envelope(TASKING, 'assignTeam', { person, role: 'intelligence-analyst' }, { key }),
      );
    expect(await ask('first-person')).toMatchObject({ kind: 'recorded' });
    expect(await ask('second-person')).toEqual({ kind: 'mismatch' });
  });

  it('refuses with every blocker, and judges anew once they are gone', async () => {
    const reference = await engine.inAssessment();
    const adopt = engine.envelope(TASKING, 'adopt', {
      codename: 'Example',
      products: ['telecoms'],
      rationale: 'Invented.',
    });
    expect(await engine.gateway.give(reference, adopt)).toMatchObject({
      kind: 'blocked',
      blockers: [{ code: 'score-confirmed', missing: ['confirmed threat score'] }],
    });
    await engine.does(reference, ANALYST, 'recordThreatScore', SCORE);
    await engine.does(reference, TASKING, 'confirmThreatScore', { risk: 15 });
    expect(await engine.gateway.give(reference, adopt)).toMatchObject({ kind: 'recorded' });
  });

  it('stores the threat score with its inputs, as its activity explains it', async () => {
    const reference = await engine.inAssessment();
    const { events } = await engine.does(reference, ANALYST, 'recordThreatScore', SCORE);
    expect(events?.[0]?.payload).toMatchObject({
      assessment: { version: 1, risk: 15, inputs: { factors: SCORE.factors, confidence: 2 } },
    });
  });

  it('refuses a precondition that no longer holds', async () => {
    const reference = await engine.open();
    await engine.does(reference, TASKING, 'submitReferral', {});
    const stale = engine.envelope(TASKING, 'decline', { rationale: 'Invented.' }, { ifMatch: 1 });
    expect(await engine.gateway.give(reference, stale)).toEqual({ kind: 'conflict', sequence: 2 });
  });

  it('starts nothing for an opening that is refused', async () => {
    const reference = ownReference();
    const refused = await engine.gateway.open(reference, engine.envelope(SIO, 'openReferral', REFERRAL), null);
    expect(refused).toMatchObject({ kind: 'blocked', blockers: [{ kind: 'role' }] });
    await expect(handle(reference).describe()).rejects.toThrow(WorkflowNotFoundError);
  });

  it('continues as new without losing a command or its state', async () => {
    const reference = await engine.open();
    const first = await handle(reference).describe();
    const people = Array.from({ length: 60 }, (_, at) => `person-${at}`);
    const client = async (lane: number) => {
      for (let at = lane; at < people.length; at += 4)
        await engine.does(reference, TASKING, 'assignTeam', { person: people[at], role: 'intelligence-analyst' });
    };
    await Promise.all([client(0), client(1), client(2), client(3)]);

    const last = await handle(reference).describe();
    expect(last.runId).not.toBe(first.runId);
    const { sequence, state } = await row(reference);
    expect(sequence).toBe(61);
    expect([...state.team.map(({ person }) => person)].sort()).toEqual([...people].sort());
    expect(await handle(reference).query(headQuery)).toMatchObject({ sequence: 61 });
  });

  it('continues as new with all that a full operation holds', async () => {
    const reference = fullReference(1);
    await seedFull(testStack().urls.database.owner, 1);
    const plan = { subject: 'S21', plan: 'Invented plan.' };
    await engine.does(reference, SIO, 'recordSafeguardingPlan', plan);
    const first = await handle(reference).describe();
    for (let at = 0; at < 60; at++) await engine.does(reference, SIO, 'recordSafeguardingPlan', plan);

    const last = await handle(reference).describe();
    expect(last.runId).not.toBe(first.runId);
    const sequence = FULL_OPERATION.events + 61;
    expect(await handle(reference).query(headQuery)).toMatchObject({ sequence });
    expect(await verifyOperation(engine.pool, reference, engine.client)).toMatchObject({
      verified: true,
      sequence,
      workflow: 'agrees',
    });
  }, 60_000);

  it('raises a reminder when the period for a Europol answer ends without one', async () => {
    const reference = await engine.inAssessment();
    await engine.does(reference, LIAISON, 'recordEuropolMessage', MESSAGE);
    const due = (await row(reference)).state.nextDueAt as string;
    expect(Date.parse(due)).toBeGreaterThan(Date.now() + 9.9 * DAY);

    await fastForward(engine.client, operationWorkflowId(reference), 9);
    expect(await types(reference)).not.toContain('europolReminderRaised');
    await fastForward(engine.client, operationWorkflowId(reference), 2);
    const reminder = await eventually('the reminder', async () =>
      (await engine.events(reference)).find(({ type }) => type === 'europolReminderRaised'),
    );
    expect(reminder.payload).toEqual({ message: 'M1', dueAt: due });
    expect((await row(reference)).state.nextDueAt).toBeNull();
  });

  it('raises no reminder for a message that was answered in time', async () => {
    const reference = await engine.inAssessment();
    await engine.does(reference, LIAISON, 'recordEuropolMessage', MESSAGE);
    await engine.does(reference, LIAISON, 'recordEuropolMessage', {
      ...MESSAGE,
      direction: 'in',
      answers: 'M1',
      replyWithinDays: null,
    });
    await fastForward(engine.client, operationWorkflowId(reference), 20);
    await engine.does(reference, TASKING, 'assignTeam', { person: 'later', role: 'intelligence-analyst' });
    expect(await types(reference)).not.toContain('europolReminderRaised');
  });

  it('raises at once the reminder of a message that was entered late', async () => {
    const reference = await engine.inAssessment();
    await engine.does(reference, LIAISON, 'recordEuropolMessage', MESSAGE, '2021-11-10T11:00:00Z');
    const reminder = await eventually('the reminder', async () =>
      (await engine.events(reference)).find(({ type }) => type === 'europolReminderRaised'),
    );
    expect(reminder.payload).toEqual({ message: 'M1', dueAt: '2021-11-20T11:00:00.000Z' });
  });

  describe('when the database is ahead of it', () => {
    /** Records an event as a worker does that dies before its workflow task completes. */
    async function recordBehindItsBack(reference: string): Promise<void> {
      const envelope = engine.envelope(LIAISON, 'recordEuropolMessage', MESSAGE);
      const { state, sequence } = await row(reference);
      const now = new Date().toISOString();
      const event = {
        type: 'europolMessageRecorded' as const,
        version: 1,
        payload: {
          message: 'M1',
          direction: 'out' as const,
          answers: null,
          evaluation: { source: 'A' as const, information: '2' as const },
          handling: 'H0' as const,
          content: (envelope.body as { content: { record: string; digest: string } }).content,
          dueAt: new Date(Date.now() + 10 * DAY).toISOString(),
        },
      };
      const stamps = { happenedAt: now, occurredAt: now, actor: LIAISON.id };
      await createRecordingActivities(engine.pool).recordEvents({
        reference,
        expected: sequence,
        commandId: envelope.commandId,
        command: 'recordEuropolMessage',
        fingerprint: envelope.fingerprint,
        ...stamps,
        awaitsConfirmation: true,
        events: [event],
        texts: envelope.texts,
        state: foldAll(reference, [{ ...event, ...stamps, sequence: sequence + 1 }], state),
        foldVersion: FOLD_VERSION,
      });
    }

    it('judges the next command from what was recorded', async () => {
      const reference = await engine.inAssessment();
      await recordBehindItsBack(reference);
      expect(await handle(reference).query(headQuery)).toMatchObject({ sequence: 3 });
      // On the workflow's own stale state there is no message to answer.
      await engine.does(reference, LIAISON, 'recordEuropolMessage', {
        ...MESSAGE,
        direction: 'in',
        answers: 'M1',
        replyWithinDays: null,
      });
      expect(await types(reference)).toEqual([
        'referralOpened',
        'referralSubmitted',
        'europolLiaisonOpened',
        'europolMessageRecorded',
        'europolMessageRecorded',
      ]);
    });

    it('is brought up to date by reconciling, which arms its timer', async () => {
      const reference = await engine.inAssessment();
      await recordBehindItsBack(reference);
      expect(await engine.gateway.reconcile(reference)).toMatchObject({ sequence: 4 });
      await fastForward(engine.client, operationWorkflowId(reference), 11);
      await eventually('the reminder', async () => (await types(reference)).includes('europolReminderRaised'));
    });
  });

  it('is rebuilt from its row where its workflow is gone', async () => {
    const reference = await engine.inAssessment();
    await engine.does(reference, LIAISON, 'recordEuropolMessage', MESSAGE);
    await handle(reference).terminate('test');
    await engine.does(reference, LIAISON, 'recordEuropolMessage', { ...MESSAGE, direction: 'in', answers: 'M1' });
    expect((await row(reference)).state.liaison.messages).toHaveLength(2);
    expect(await handle(reference).query(headQuery)).toMatchObject({ sequence: 5 });
  });

  it('is rebuilt from its events where its snapshot has another shape', async () => {
    const reference = await engine.inAssessment();
    const before = (await row(reference)).state;
    await handle(reference).terminate('test');
    await engine.pool.query(
      `UPDATE operation SET fold_version = 0, state = jsonb_build_object('sequence', sequence, 'stage', 'referral')
       WHERE reference = $1`,
      [reference],
    );
    await engine.does(reference, TASKING, 'assignTeam', { person: 'somebody', role: 'intelligence-analyst' });
    expect((await row(reference)).state).toEqual({
      ...before,
      sequence: 4,
      team: [{ person: 'somebody', role: 'intelligence-analyst' }],
    });
  });

  it('leaves history whole when two people roll it back, and when two people reopen it', async () => {
    const other = { ...SUPERVISOR, id: 'another-supervisor' };
    const reference = await engine.inAssessment();
    const before = await engine.events(reference);
    await engine.does(reference, SUPERVISOR, 'requestRollback', { to: 'referral', reason: 'Sent too soon.' });
    expect(await engine.give(reference, SUPERVISOR, 'approveRollback', {})).toMatchObject({
      blockers: [{ code: 'own-request' }],
    });
    await engine.does(reference, other, 'approveRollback', {});
    expect((await row(reference)).state).toMatchObject({ stage: 'referral', liaison: { status: 'open' } });
    await engine.does(reference, TASKING, 'withdrawReferral', { reason: 'Withdrawn by its force.' });
    await engine.does(reference, SUPERVISOR, 'requestReopening', { reason: 'New intelligence.' });
    await engine.does(reference, other, 'approveReopening', {});

    const after = await engine.events(reference);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map(({ type }) => type)).toEqual([
      'rollbackRequested',
      'rollbackApproved',
      'referralWithdrawn',
      'reopeningRequested',
      'reopeningApproved',
    ]);
    expect(await verifyOperation(engine.pool, reference, engine.client)).toMatchObject({ verified: true });
  });

  it('ends when the operation closes, and comes back when two people reopen it', async () => {
    const reference = await engine.inAssessment();
    await engine.does(reference, ANALYST, 'recordThreatScore', SCORE);
    await engine.does(reference, TASKING, 'confirmThreatScore', { risk: 15 });
    await engine.does(reference, TASKING, 'decline', { rationale: 'Invented.' });
    await eventually('the end', async () => (await handle(reference).describe()).status.name === 'COMPLETED');

    await engine.does(reference, SUPERVISOR, 'requestReopening', { reason: 'New intelligence.' });
    expect(await engine.give(reference, SUPERVISOR, 'approveReopening', {})).toMatchObject({
      kind: 'blocked',
      blockers: [{ code: 'own-request' }],
    });
    await engine.does(reference, { ...SUPERVISOR, id: 'another-supervisor' }, 'approveReopening', {});
    expect((await row(reference)).state.stage).toBe('assessment');
    expect((await handle(reference).describe()).status.name).toBe('RUNNING');
  });

  it('shows operators its stage and its next moment', async () => {
    const reference = await engine.inAssessment();
    await engine.does(reference, LIAISON, 'recordEuropolMessage', MESSAGE);
    const { nextDueAt } = (await row(reference)).state;
    await eventually('the search attributes', async () => {
      const { typedSearchAttributes: shown } = await handle(reference).describe();
      const found = Object.fromEntries(shown.getAll().map(({ key, value }) => [key.name, value]));
      return found['Stage'] === 'assessment' && (found['NextDueAt'] as Date | undefined)?.toISOString() === nextDueAt;
    });
  });
});
