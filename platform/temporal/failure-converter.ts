import { DefaultFailureConverter } from '@temporalio/common';

/** Encrypts messages and stack traces of failures along with everything else. The Temporal SDK loads this by path. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
