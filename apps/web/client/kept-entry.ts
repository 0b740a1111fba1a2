import { PREFIX } from './form-place.js';

/** What is kept of a form in a tab: what was typed, for whom, and which form it is. */
export interface Entry {
  readonly by: string;
  /** The same for every time it is sent. */
  readonly key: string;
  readonly version: string;
  readonly typed: readonly (readonly [name: string, value: string])[];
}

export function entryAt(place: string): Entry | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? 'null') as Entry | undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a form as it is. */
export function keepEntry(place: string, form: HTMLFormElement): void {
  const typed = [...new FormData(form)].filter(
    (one): one is [string, string] => !one[0].startsWith('_') && typeof one[1] === 'string',
  );
  const entry: Entry = {
    by: valueOf(form, '_by'),
    key: valueOf(form, '_key'),
    version: valueOf(form, '_version'),
    typed,
  };
  try {
    sessionStorage.setItem(place, JSON.stringify(entry));
  } catch {
    // There is no room, or none is given: then the page itself is all there is.
  }
}

export const forgetEntry = (place: string): void => sessionStorage.removeItem(place);

/** Forgets what was taken, and what somebody else has typed in this tab. */
export function forgetTaken(taken: readonly string[], person: string): void {
  for (const place of Object.keys(sessionStorage)) {
    if (!place.startsWith(PREFIX)) continue;
    const entry = entryAt(place);
    if (!entry || taken.includes(entry.key) || !entry.by.startsWith(`${person}.`)) forgetEntry(place);
  }
}

export const valueOf = (form: HTMLFormElement, name: string): string =>
  form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? '';
