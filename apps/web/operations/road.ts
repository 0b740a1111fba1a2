/** The stages of an operation in order, each before, at or after where it stands. */
export function road(stage: string, stages: readonly string[]) {
  const at = stages.indexOf(stage);
  return stages.map((name, nth) => ({ name, state: nth < at ? 'past' : nth === at ? 'now' : 'to come' }));
}
