/** So long after the last key a fragment is asked for. */
const PAUSE_MS = 500;

/**
 * Brings parts of a page up to date while a form (`data-fragment-form`) is filled in, from the address in `data-fragment`. Without
 * scripts a button does the same. `data-fragment-fields` names the fields that it depends on; absent, all of them.
 */
export function followForms(): void {
  for (const region of document.querySelectorAll<HTMLElement>('[data-fragment]')) {
    const form = document.getElementById(region.dataset['fragmentForm'] ?? '');
    if (form instanceof HTMLFormElement) follow(form, region);
  }
}

function follow(form: HTMLFormElement, region: HTMLElement): void {
  let planned: number | undefined;
  let asking: AbortController | undefined;
  let last = '';
  const ask = async () => {
    const typed = typedInto(form, (region.dataset['fragmentFields'] ?? '').split(' '));
    if (typed === last) return;
    last = typed;
    asking?.abort();
    asking = new AbortController();
    try {
      const response = await fetch(region.dataset['fragment'] ?? '', {
        method: 'POST',
        headers: { 'x-waymark-look': 'yes' },
        body: new URLSearchParams(typed),
        signal: asking.signal,
      });
      if (response.ok && !response.redirected) region.innerHTML = await response.text();
      else last = '';
    } catch {
      // No connection, or something newer is asked for: the next key asks again.
      last = '';
    }
  };
  form.addEventListener('input', () => {
    window.clearTimeout(planned);
    planned = window.setTimeout(() => void ask(), PAUSE_MS);
  });
  // What is in the form already, kept by the browser or by us.
  void ask();
}

/** What is typed into the fields that matter, as it is sent. */
function typedInto(form: HTMLFormElement, fields: readonly string[]): string {
  const wanted = fields.filter((name) => name !== '');
  const matters = (name: string) =>
    !name.startsWith('_') && (wanted.length === 0 || wanted.some((one) => name === one || name.startsWith(`${one}.`)));
  const entries = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && matters(name) ? [[name, value]] : [],
  );
  return new URLSearchParams(entries).toString();
}
