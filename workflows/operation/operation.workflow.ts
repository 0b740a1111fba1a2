import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  makeContinueAsNewFunc,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  setWorkflowOptions,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { MergingActivities } from '../../activities/merging';
import type { RecordingActivities } from '../../activities/recording';
import type { ScoringActivities } from '../../activities/scoring';
import type { TranslationActivities } from '../../activities/translation';
import { requestOf } from '../../domain/operation/areas/merging/state';
import type { CommandEnvelope } from '../../domain/operation/decide';
import { Turns } from '../turns';
import { Operation, type Prepare } from './operation.entity';
import {
  commandUpdate,
  headQuery,
  NEXT_DUE_AT,
  reconcileUpdate,
  REFUSED,
  STAGE,
  type OperationInput,
} from './operation.messages';

/** Recording never gives up: a scheduleToClose that fires would become the Update's permanent answer. */
const recording = proxyLocalActivities<RecordingActivities>({
  startToCloseTimeout: '10s',
  localRetryThreshold: '1s',
  retry: { initialInterval: '50ms', maximumInterval: '5s' },
});
const { scoreThreat } = proxyActivities<ScoringActivities>({
  startToCloseTimeout: '10s',
  retry: { maximumInterval: '5s' },
});
const { startTranslation } = proxyActivities<TranslationActivities>({
  startToCloseTimeout: '10s',
  retry: { maximumInterval: '30s' },
});
const { askForMerge } = proxyActivities<MergingActivities>({
  startToCloseTimeout: '10s',
  retry: { maximumInterval: '30s' },
});

const prepare = ((envelope: CommandEnvelope) =>
  envelope.command === 'recordThreatScore'
    ? scoreThreat((envelope as CommandEnvelope<'recordThreatScore'>).body)
    : undefined) as Prepare;

/** Turns of a run, some 300 events: a worker that does not hold it in memory has to replay it whole (ADR 0023). */
const TURNS_OF_A_RUN = 50;

setWorkflowOptions({ versioningBehavior: 'PINNED' }, operation);

/** One operation from referral to closure; see DESIGN, "The kernel". This file only wires. */
export async function operation(input: OperationInput): Promise<void> {
  const turns = new Turns();
  const entity = new Operation(input, recording, prepare, () => new Date(Date.now()).toISOString());
  const started = new Set<string>();
  // The first turn is taken before the handlers are there: an Update that came with the start runs as soon as it has one.
  const restored = entity.isWhole ? undefined : turns.take(() => entity.restore());

  setHandler(headQuery, () => entity.head);
  setHandler(reconcileUpdate, () =>
    turns.take(async () => {
      await entity.catchUp();
      return entity.head;
    }),
  );
  setHandler(commandUpdate, (envelope) => turns.take(() => entity.execute(envelope)), {
    validator: (envelope) => {
      const refusal = entity.judge(envelope);
      if (refusal) throw ApplicationFailure.create({ type: REFUSED, message: refusal.kind, details: [refusal] });
    },
  });

  if (restored) await restored;

  const show = showStanding(entity);
  const idle = () => allHandlersFinished() && !turns.isTaken;
  const mustContinue = () => {
    const { continueAsNewSuggested, targetWorkerDeploymentVersionChanged } = workflowInfo();
    return continueAsNewSuggested || turns.count >= TURNS_OF_A_RUN || targetWorkerDeploymentVersionChanged;
  };
  const toTranslate = () => {
    const { translations, merge, merges } = entity.current;
    const keyOf = (id: string) => `${id} ${merges}`;
    // Nothing is reported to an operation that is merged: what it waits for is asked for anew once it goes on.
    return merge
      ? []
      : translations
          .filter(({ id, status }) => status === 'requested' && !started.has(keyOf(id)))
          .map(({ id, language, file }) => ({ key: keyOf(id), id, language, file }));
  };
  const toMerge = () => {
    const { merge } = entity.current;
    return merge && merge.status !== 'merged' && !started.has(requestOf(merge)) ? merge : null;
  };

  const isUnopened = () => entity.current.stage === 'unopened';
  // Started, but its opening was never recorded and nobody asks for it any more.
  let abandoned = false;

  for (;;) {
    show();
    if (idle() && (entity.current.stage === 'closed' || abandoned)) return;
    if (idle() && mustContinue()) await continueAsNew({ ...input, opening: false, carried: entity.carried });

    const waiting = toTranslate();
    if (waiting.length > 0) {
      for (const { key, id, language, file } of waiting) {
        const asked = { translation: id, operation: input.reference, language };
        await startTranslation(file === undefined ? asked : { ...asked, file });
        started.add(key);
      }
      continue;
    }
    const merging = toMerge();
    if (merging) {
      const request = requestOf(merging);
      const kind = merging.status === 'merging' ? 'merge' : 'unmerge';
      await askForMerge({ merge: merging.id, duplicate: input.reference, into: merging.into }, { kind, request });
      started.add(request);
      continue;
    }

    const { nextDueAt } = entity.current;
    const wait = nextDueAt === null ? Infinity : Date.parse(nextDueAt) - Date.now();
    const changed = () =>
      entity.current.nextDueAt !== nextDueAt ||
      toTranslate().length > 0 ||
      toMerge() !== null ||
      (idle() && (isUnopened() || entity.current.stage === 'closed' || mustContinue() || show.isStale()));
    // An opening that is on its way needs no timer: that would be set and taken back for each.
    if (isUnopened() && idle()) abandoned = !(await condition(() => !isUnopened(), '1 hour'));
    else if (wait === Infinity) await condition(changed);
    else if (wait <= 0 || !(await condition(changed, wait))) await turns.take(() => entity.actOnDues());
  }
}

const continueAsNew = (input: OperationInput): Promise<never> =>
  makeContinueAsNewFunc<typeof operation>({ initialVersioningBehavior: 'AUTO_UPGRADE' })(input);

/** Keeps the search attributes in step with stage and clocks, touching them only where they change. */
function showStanding(entity: Operation): (() => void) & { isStale(): boolean } {
  const { typedSearchAttributes } = workflowInfo();
  let shown = standing(typedSearchAttributes.get(STAGE), typedSearchAttributes.get(NEXT_DUE_AT)?.toISOString());
  const actual = () => standing(entity.current.stage, entity.current.nextDueAt);
  const isStale = () => shown !== actual();
  return Object.assign(
    () => {
      const { stage, nextDueAt } = entity.current;
      if (stage === 'unopened' || !isStale()) return;
      upsertSearchAttributes([
        { key: STAGE, value: stage },
        { key: NEXT_DUE_AT, value: nextDueAt === null ? null : new Date(nextDueAt) },
      ]);
      shown = actual();
    },
    { isStale },
  );
}

const standing = (stage: string | undefined, due: string | null | undefined) => `${stage} ${due ?? ''}`;
