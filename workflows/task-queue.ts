/** The one task queue that Waymark's workers poll. */
export const TASK_QUEUE = 'waymark';
