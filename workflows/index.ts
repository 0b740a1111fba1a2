// The SDK notes the stack of every promise in a workflow, frame by frame. An error still says where it was thrown.
Error.stackTraceLimit = 1;

export { merge } from './merge/merge.workflow';
export { operation } from './operation/operation.workflow';
export { translation } from './translation/translation.workflow';
