/**
 * Routes of the API that no page calls, by their operation id, each with the reason. Every other one is called by a page:
 * `test/browser/reach.spec.ts` holds both.
 */
export const MACHINE_ONLY: Readonly<Record<string, string>> = {
  followOperation: 'The pages of one browser follow all that their person sees by one stream, `followEvents`.',
  endSession: 'The identity provider tells of sessions that have ended.',
  live: 'Whoever runs the processes asks whether this one is alive.',
  ready: 'Whoever runs the processes asks whether this one can serve.',
  metrics: 'Whoever runs the processes collects figures.',
};
