/**
 * Keeps what is typed into a form in this tab until it has been taken, so that neither a lost network nor a page left by
 * mistake loses it. It goes when the tab is closed or its person signs out.
 */
export function keepForms(): void {
  forgetTaken();
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) keep(form);
  for (const form of document.querySelectorAll<HTMLFormElement>('form[action="/sign-out"]'))
    form.addEventListener('submit', () => sessionStorage.clear());
  // Where nothing can be typed there is nothing to say of it.
  if (!document.querySelector('form[data-keep]')) return;
  const tell = () => document.body.classList.toggle('app-is-offline', !navigator.onLine);
  addEventListener('online', tell);
  addEventListener('offline', tell);
  tell();
}

type Kept = [name: string, value: string][];

/** Which form was sent last from this tab, and the address of the page that it stood on. */
interface Sent {
  readonly place: string;
  readonly from: string;
}
const SENT = 'form-sent';

function keep(form: HTMLFormElement): void {
  const place = `form:${new URL(form.action).pathname}`;
  const by = form.querySelector<HTMLInputElement>('input[name="_by"]')?.value ?? '';
  const wasSent =
    document.querySelector('.govuk-error-summary') !== null || new URLSearchParams(location.search).has('kept');
  const kept = sessionStorage.getItem(place);
  if (kept !== null && !wasSent) restore(form, JSON.parse(kept) as { by: string; typed: Kept }, by);
  form.addEventListener('input', () => {
    const typed = [...new FormData(form)].filter(([name, value]) => !name.startsWith('_') && typeof value === 'string');
    sessionStorage.setItem(place, JSON.stringify({ by, typed }));
  });
  form.addEventListener('submit', (event) => {
    if (navigator.onLine) {
      sessionStorage.setItem(SENT, JSON.stringify({ place, from: location.href } satisfies Sent));
      return;
    }
    event.preventDefault();
    document.querySelector('.app-offline')?.scrollIntoView({ block: 'center' });
  });
}

/**
 * Forgets what was typed into a form that has been taken: the page that came of it says so, or is another one and no error. Whoever
 * comes back to the form because no page came of it finds what they typed.
 */
function forgetTaken(): void {
  const sent = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  if (sent === null) return;
  const { place, from } = JSON.parse(sent) as Sent;
  const { status = '' } = document.querySelector<HTMLElement>('main')?.dataset ?? {};
  const isAnother = document.referrer === from && location.href !== from && status === '200';
  const isBack = new URLSearchParams(location.search).has('kept');
  const isTaken = document.querySelector('.moj-alert--success') !== null || (isAnother && !isBack);
  if (isTaken) sessionStorage.removeItem(place);
}

/** Puts back what was typed, where nobody has typed anything else since. */
function restore(form: HTMLFormElement, { by, typed }: { by: string; typed: Kept }, reader: string): void {
  if (by !== reader) return;
  const all = new Map<string, string[]>();
  for (const [name, value] of typed) all.set(name, [...(all.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (!(
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ))
      continue;
    if (field.name.startsWith('_') || field.type === 'hidden') continue;
    const values = all.get(field.name) ?? [];
    if (field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type))
      field.checked = values.includes(field.value);
    else if (values.length > 0) field.value = values[0] ?? '';
  }
}
