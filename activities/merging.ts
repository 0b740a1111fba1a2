import { heartbeat } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import { NOT_RECEIVED } from '../domain/operation/areas/merging/commands';
import type { CommandName, HeldBody } from '../domain/operation/command-schemas';
import type { Subject } from '../domain/operation/state';
import { HeldText, type Restriction, type TextRef } from '../domain/text/text';
import { serviceEnvelope } from '../platform/commands/envelope';
import type { CommandGateway, Given } from '../platform/commands/gateway';
import { failPoint } from '../platform/fail-point';
import { currentOperation } from '../platform/timeline/current';
import {
  MERGE_WORKFLOW,
  mergeAsked,
  mergeWorkflowId,
  type MergeInput,
  type MergeRequest,
  type Objection,
} from '../workflows/merge/merge.messages';
import { TASK_QUEUE } from '../workflows/task-queue';

export interface MergingActivities {
  askForMerge(input: MergeInput, request: MergeRequest): Promise<void>;
  receiveMerge(input: MergeInput): Promise<Objection>;
  releaseMerge(input: MergeInput): Promise<Objection>;
  completeMerge(input: MergeInput): Promise<Objection>;
  abandonMerge(input: MergeInput, objection: string): Promise<void>;
  completeUnmerge(input: MergeInput): Promise<void>;
  refuseUnmerge(input: MergeInput, request: string, objection: string): Promise<void>;
}

const BEAT_MS = 2_000;

/** The saga over two operations, step by step; each is safe to repeat. */
export function createMergingActivities(client: Client, pool: Pool, gateway: CommandGateway): MergingActivities {
  /** Gives a command as Waymark itself, under an identifier that is the same however often it is given. */
  const give = async <C extends CommandName>(reference: string, command: C, id: string, body: HeldBody<C>) =>
    alive(gateway.give(reference, serviceEnvelope(command, `${id}:${command}`, body)));
  return {
    async askForMerge(input, request) {
      await client.workflow.signalWithStart(MERGE_WORKFLOW, {
        taskQueue: TASK_QUEUE,
        workflowId: mergeWorkflowId(input.merge),
        args: [input],
        signal: mergeAsked,
        signalArgs: [request],
      });
    },
    async receiveMerge({ merge, duplicate, into }) {
      const subjects = await subjectsOf(pool, duplicate);
      const given = await give(into, 'receiveMerge', merge, { merge, operation: duplicate, subjects });
      failPoint('amid-merge');
      return objectionOf(into, given);
    },
    async releaseMerge({ merge, into }) {
      const given = await give(into, 'releaseMerge', merge, { merge });
      failPoint('amid-merge');
      const hasNothing = given.kind === 'unknown-operation' || codesOf(given).includes(NOT_RECEIVED);
      return hasNothing ? null : objectionOf(into, given);
    },
    async completeMerge({ merge, duplicate }) {
      return objectionOf(duplicate, await give(duplicate, 'completeMerge', merge, { merge }));
    },
    // A refusal of what follows means that nobody waits for it any more.
    async abandonMerge({ merge, duplicate }, objection) {
      await give(duplicate, 'abandonMerge', merge, { merge, reason: new HeldText(objection) });
    },
    async completeUnmerge({ merge, duplicate }) {
      await give(duplicate, 'completeUnmerge', merge, { merge });
    },
    async refuseUnmerge({ duplicate }, request, objection) {
      await give(duplicate, 'refuseUnmerge', request, { request, reason: new HeldText(objection) });
    },
  };
}

/** Lets the server see within seconds when this process has died, however long the act may take. */
async function alive<T>(act: Promise<T>): Promise<T> {
  const beating = setInterval(() => heartbeat(), BEAT_MS);
  try {
    return await act;
  } finally {
    clearInterval(beating);
  }
}

const codesOf = (given: Given) => (given.kind === 'blocked' ? given.blockers.map(({ code }) => code) : []);

function objectionOf(reference: string, given: Given): Objection {
  if (given.kind === 'recorded') return null;
  if (given.kind === 'unknown-operation') return `There is no operation ${reference}.`;
  if (given.kind !== 'blocked') throw new Error(`A command without precondition met a ${given.kind}`);
  return `${reference}: ${given.blockers.map(({ sentence }) => sentence).join(' ')}`;
}

/** The duplicate's subjects with their names; whose name has been erased (DPA 2018 s.47) is copied nowhere. */
async function subjectsOf(pool: Pool, reference: string): Promise<HeldBody<'receiveMerge'>['subjects']> {
  const subjects = (await currentOperation(pool, reference))?.state.subjects ?? [];
  const texts = await textsOf(pool, reference, subjects);
  const held = (ref: TextRef) => {
    const found = texts[ref.record];
    return found ? [new HeldText(found.text, found.restriction ?? undefined)] : [];
  };
  return subjects.flatMap(({ id, roles, name, suspect, aliases, identifiers }) =>
    held(name).map((given) => ({
      of: id,
      roles: [...roles],
      name: given,
      suspect: suspect && { status: suspect.status as Standing, youth: suspect.youth },
      aliases: aliases.flatMap(held),
      identifiers: identifiers.flatMap(({ kind, value }) => held(value).map((found) => ({ kind, value: found }))),
    })),
  );
}

/** What the gate of a merge leaves: nobody is proceeded against. */
type Standing = NonNullable<HeldBody<'receiveMerge'>['subjects'][number]['suspect']>['status'];

type Texts = Readonly<Record<string, { readonly text: string; readonly restriction: Restriction | null }>>;

async function textsOf(pool: Pool, reference: string, subjects: readonly Subject[]): Promise<Texts> {
  const refs = subjects.flatMap(({ name, aliases, identifiers }) => [
    name,
    ...aliases,
    ...identifiers.map(({ value }) => value),
  ]);
  const { rows } = await pool.query<{ texts: Texts }>('SELECT load_texts($1, $2) AS texts', [
    reference,
    refs.map(({ record }) => record),
  ]);
  return rows[0]?.texts ?? {};
}
