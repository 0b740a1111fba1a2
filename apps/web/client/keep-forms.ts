import { startComponents } from './components.js';
import { placeOf } from './form-place.js';
import { entryAt, forgetEntry, forgetTaken, keepEntry, valueOf, type Entry } from './kept-entry.js';

/**
 * Keeps what is typed into a form in this tab until it has been taken, so that neither a lost network nor a page left by
 * mistake loses it. It goes when it was taken, when the tab is closed, and when its person signs out or somebody else signs in.
 */
export function keepForms(): void {
  const { person, taken = '' } = document.getElementById('app-live')?.dataset ?? {};
  if (person !== undefined) forgetTaken(taken.split(' '), person);
  for (const form of document.querySelectorAll<HTMLFormElement>('form[action="/sign-out"]'))
    form.addEventListener('submit', () => sessionStorage.clear());
  const forms = document.querySelectorAll<HTMLFormElement>('form[data-keep]');
  for (const form of forms) keep(form);
  // Where nothing can be typed there is nothing to say of it.
  if (forms.length === 0) return;
  const tell = () => document.body.classList.toggle('app-is-offline', !navigator.onLine);
  addEventListener('online', tell);
  addEventListener('offline', tell);
  tell();
}

function keep(form: HTMLFormElement): void {
  const place = placeOf(form);
  const entry = entryAt(place);
  // What the server shows again is what was typed last.
  if (form.dataset['again'] !== undefined) keepEntry(place, form);
  else if (entry?.by === valueOf(form, '_by')) void putBack(form, entry, place);
  form.addEventListener('input', () => keepEntry(place, form));
  form.addEventListener('submit', (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    document.querySelector('.app-offline')?.scrollIntoView({ block: 'center' });
  });
}

/** Puts back what was typed, as the same form: if it was sent and no answer came, sending it again records it once. */
async function putBack(form: HTMLFormElement, entry: Entry, place: string): Promise<void> {
  const brought = rowsOf(form) !== rowsOf(entry) && (await bringRows(form, entry));
  if (!fill(form, entry) && !brought) return;
  for (const [name, value] of [
    ['_key', entry.key],
    ['_version', entry.version],
  ] as const) {
    const input = form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    if (input && value !== '') input.value = value;
  }
  tellOf(form, place);
}

/** How many rows each list has. */
function rowsOf(of: HTMLFormElement | Entry): string {
  const all = of instanceof HTMLFormElement ? [...new FormData(of)] : of.typed;
  return JSON.stringify(all.filter(([name]) => name.endsWith('.rows')));
}

/** Has the server show the form with as many rows as were typed into. @returns whether it did */
async function bringRows(form: HTMLFormElement, { key, version, typed }: Entry): Promise<boolean> {
  const own = [
    ['_by', valueOf(form, '_by')],
    ['_key', key],
    ['_version', version],
    ['_again', 'yes'],
  ] as const;
  const body = new URLSearchParams([...typed, ...own].map(([name, value]): [string, string] => [name, value]));
  try {
    const response = await fetch(form.action, { method: 'POST', headers: { 'x-waymark-look': 'yes' }, body });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const fresh = [...page.querySelectorAll<HTMLFormElement>('form[data-keep]')].find(
      (one) => placeOf(one) === placeOf(form),
    );
    if (!response.ok || !fresh) return false;
    form.replaceChildren(...fresh.childNodes);
    await startComponents(form);
    return true;
  } catch {
    // What fits into the form as it is can still be put back.
    return false;
  }
}

/** Fills in what was typed. @returns whether that changes anything */
function fill(form: HTMLFormElement, { typed }: Entry): boolean {
  let changed = false;
  for (const field of form.elements) {
    if (!isField(field) || field.name.startsWith('_') || field.type === 'hidden') continue;
    const values = typed.flatMap(([name, value]) => (name === field.name ? [value] : []));
    if (field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type)) {
      changed ||= field.checked !== values.includes(field.value);
      field.checked = values.includes(field.value);
    } else if (values[0] !== undefined) {
      changed ||= field.value !== values[0];
      field.value = values[0];
    }
    if (values.some((value) => value !== '')) field.closest('details')?.setAttribute('open', '');
  }
  return changed;
}

const isField = (element: Element): element is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;

/** Says that it was put back, and how one begins anew. */
function tellOf(form: HTMLFormElement, place: string): void {
  const told = document.createElement('div');
  told.className = 'govuk-inset-text';
  told.setAttribute('role', 'status');
  const clear = document.createElement('button');
  clear.type = 'button';
  clear.className = 'govuk-button govuk-button--secondary govuk-!-margin-bottom-0 govuk-!-margin-left-2';
  clear.textContent = 'Begin anew';
  clear.addEventListener('click', () => {
    forgetEntry(place);
    location.reload();
  });
  told.append('What you typed before is here.', clear);
  form.prepend(told);
}
