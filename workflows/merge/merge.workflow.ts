import { condition, proxyActivities, setHandler, setWorkflowOptions } from '@temporalio/workflow';
import type { MergingActivities } from '../../activities/merging';
import { mergeAsked, type MergeInput, type MergeRequest } from './merge.messages';

/** Each is repeated until the operation has answered. A worker that dies is noticed by its heartbeat. */
const { receiveMerge, releaseMerge, completeMerge, abandonMerge, completeUnmerge, refuseUnmerge } =
  proxyActivities<MergingActivities>({
    startToCloseTimeout: '2 minutes',
    heartbeatTimeout: '10s',
    retry: { maximumInterval: '30s' },
  });

setWorkflowOptions({ versioningBehavior: 'PINNED' }, merge);

/**
 * Merges a duplicate into its survivor, and takes it back, one request after the other (docs/adr/0013). What comes of a
 * request is told to the duplicate by command.
 */
export async function merge(input: MergeInput): Promise<void> {
  const requests: MergeRequest[] = [];
  setHandler(mergeAsked, (request) => void requests.push(request));
  await condition(() => requests.length > 0);
  for (let next = requests.shift(); next; next = requests.shift())
    if (next.kind === 'merge') await bringTogether(input);
    else await takeBack(input, next.request);
}

/** The survivor first: once it has the subjects, only the duplicate's word is missing. */
async function bringTogether(input: MergeInput): Promise<void> {
  const objection = await receiveMerge(input);
  if (objection !== null) await abandonMerge(input, objection);
  // It refuses when it was taken back meanwhile: what the survivor has received goes back.
  else if ((await completeMerge(input)) !== null) await releaseMerge(input);
}

async function takeBack(input: MergeInput, request: string): Promise<void> {
  const objection = await releaseMerge(input);
  if (objection === null) await completeUnmerge(input);
  else await refuseUnmerge(input, request, objection);
}
