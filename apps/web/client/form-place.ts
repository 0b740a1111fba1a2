/** What a form says of itself. */
interface Addressed {
  readonly action: string;
  readonly dataset: Readonly<Record<string, string | undefined>>;
}

export const PREFIX = 'form:';

/** Under which name a form is kept: its address says also what it is about, or else `data-keep` does. */
export function placeOf({ action, dataset }: Addressed): string {
  const { pathname, search } = new URL(action);
  const about = dataset['keep'] ?? '';
  return `${PREFIX}${pathname}${search}${about === '' ? '' : `#${about}`}`;
}
