// The SDK notes the stack of every promise in a workflow, frame by frame: this many tell who asked for it.
Error.stackTraceLimit = 4;

export { merge } from './merge/merge.workflow';
export { operation } from './operation/operation.workflow';
export { translation } from './translation/translation.workflow';
