export { operation } from './operation/operation.workflow';
export { translation } from './translation/translation.workflow';
