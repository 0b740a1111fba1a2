/** Has what is chosen of a link chart take effect at once, and puts it into the address, so that it can be passed on. */
export function filterChart(changed: () => void): void {
  const form = document.querySelector<HTMLFormElement>('#chart-filter');
  if (!form) return;
  const slider = startSlider(form);
  form.querySelector('#chart-show')?.classList.toggle('govuk-visually-hidden', slider);
  const apply = () => {
    applyTo(form);
    changed();
  };
  form.addEventListener('input', (event) => {
    if ((event.target as Element).matches('input')) apply();
  });
  // Another picture has to be drawn.
  form.addEventListener('change', (event) => {
    if ((event.target as Element).matches('select')) form.requestSubmit();
  });
}

const dayOf = (text: string) => Math.round(Date.parse(`${text}T00:00:00Z`) / 86_400_000);
const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const spoken = (date: string) =>
  new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** Puts a slider in the place of the dates. @returns whether there is one */
function startSlider(form: HTMLFormElement): boolean {
  const place = form.querySelector<HTMLElement>('#chart-slider');
  const dates = form.querySelector<HTMLElement>('#chart-dates');
  if (!place || !dates) return !dates;
  const [first, last] = [dayOf(place.dataset['first'] ?? ''), dayOf(place.dataset['last'] ?? '')];
  for (const [nth, end] of (['from', 'to'] as const).entries()) {
    const range = place.querySelector<HTMLInputElement>(`#slide-${end}`);
    if (!range) continue;
    range.max = String(last - first);
    const typed = typedDate(form, end);
    range.value = String(typed === undefined ? (nth === 0 ? 0 : last - first) : dayOf(typed) - first);
    const told = () => {
      const date = dateOf(first + Number(range.value));
      range.setAttribute('aria-valuetext', spoken(date));
      const output = place.querySelector('output[for="' + range.id + '"]');
      if (output) output.textContent = spoken(date);
      return date;
    };
    told();
    range.addEventListener('input', () => {
      const other = place.querySelector<HTMLInputElement>(end === 'from' ? '#slide-to' : '#slide-from');
      // Neither end passes the other.
      if (
        other &&
        (end === 'from' ? range.valueAsNumber > other.valueAsNumber : range.valueAsNumber < other.valueAsNumber)
      )
        range.value = other.value;
      const isWhole = range.value === (end === 'from' ? range.min : range.max);
      typeDate(form, end, isWhole ? undefined : told());
      told();
    });
  }
  place.hidden = false;
  dates.hidden = true;
  return true;
}

const parts = (form: HTMLFormElement, name: string) =>
  ['year', 'month', 'day'].map((part) => form.querySelector<HTMLInputElement>(`[name="${name}-${part}"]`));

function typedDate(form: HTMLFormElement, name: string): string | undefined {
  const typed = parts(form, name).map((part) => part?.value ?? '');
  return typed.every((part) => /^\d+$/.test(part)) ? typed.map((part) => part.padStart(2, '0')).join('-') : undefined;
}

function typeDate(form: HTMLFormElement, name: string, date: string | undefined): void {
  const values = date?.split('-') ?? ['', '', ''];
  for (const [nth, part] of parts(form, name).entries()) if (part) part.value = values[nth]?.replace(/^0/, '') ?? '';
}

/** Shows what is chosen, as the server does for those without scripts (`within` in `link-chart/selection.ts`). */
function applyTo(form: HTMLFormElement): void {
  const chosen = new FormData(form);
  const kinds = chosen.getAll('kind');
  const centre = chosen.get('around');
  const [from, to] = [typedDate(form, 'from'), typedDate(form, 'to')];
  const isWanted = (first: string | undefined, last: string | undefined) =>
    (to === undefined || first === undefined || first <= to) &&
    (from === undefined || last === undefined || last >= from);
  const rows = [...document.querySelectorAll<HTMLElement>('[data-node-row]')];
  const idOf = (row: HTMLElement) => row.dataset['nodeRow'] ?? '';
  const ofKind = new Set(
    rows
      .filter((row) => kinds.length === 0 || kinds.includes(row.dataset['kind'] ?? '') || idOf(row) === centre)
      .map(idOf),
  );
  const shown = new Set<string>();
  const linked = new Set<string>();
  for (const row of document.querySelectorAll<HTMLElement>('[data-link-row]')) {
    const { linkRow = '', from: one = '', to: other = '', first, last } = row.dataset;
    if (!ofKind.has(one) || !ofKind.has(other) || !isWanted(first, last)) continue;
    shown.add(linkRow);
    linked.add(one).add(other);
  }
  const nodes = new Set(
    rows
      .filter((row) => ofKind.has(idOf(row)))
      .filter(
        (row) =>
          linked.has(idOf(row)) ||
          idOf(row) === centre ||
          isWanted(row.dataset['knownSince'], row.dataset['knownSince']),
      )
      .map(idOf),
  );
  const out = (all: Iterable<Element>, name: string, kept: ReadonlySet<string>) => {
    for (const one of all) one.classList.toggle('app-chart__out', !kept.has(one.getAttribute(name) ?? ''));
  };
  for (const name of ['data-node-mark', 'data-node-row']) out(document.querySelectorAll(`[${name}]`), name, nodes);
  for (const name of ['data-link', 'data-link-row']) out(document.querySelectorAll(`[${name}]`), name, shown);
  tell(rows.length, nodes.size, shown.size);
  keepInAddress(chosen);
}

function tell(all: number, nodes: number, links: number): void {
  const counts = document.querySelector('#chart-counts');
  const out = all - nodes;
  if (counts)
    counts.textContent = `${nodes.toLocaleString('en-GB')} on the chart, ${links.toLocaleString('en-GB')} ${links === 1 ? 'link' : 'links'}${out > 0 ? `; ${out.toLocaleString('en-GB')} left out` : ''}`;
}

/** So that the page can be passed on as it is seen, is the same when it is brought up to date, and files hold what is seen. */
function keepInAddress(chosen: FormData): void {
  const query = new URLSearchParams();
  for (const [name, value] of chosen) if (typeof value === 'string' && value !== '') query.append(name, value);
  history.replaceState(null, '', query.size === 0 ? location.pathname : `?${query.toString()}`);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-chart-file], #chart-svg'))
    link.href = `${link.pathname}?${query.toString()}`;
}
