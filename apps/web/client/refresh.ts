import type { Look } from './looking.js';

interface Morpher {
  morph(before: Element, after: string, options: object): void;
}
declare const Idiomorph: Morpher;

/** How long a page may take to come. */
const PATIENCE_MS = 20_000;

let loaded: Promise<void> | undefined;

/** Loads the library once it is needed. It keeps focus, and what is open stays open. */
function loadMorpher(): Promise<void> {
  loaded ??= new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL('../idiomorph/idiomorph.min.js', import.meta.url).href;
    script.onload = () => resolve();
    script.onerror = () => {
      loaded = undefined;
      script.remove();
      reject(new Error('A script could not be loaded'));
    };
    document.head.append(script);
  });
  return loaded;
}

const LIVE = '[data-live]';
/** Regions as the server last gave them: scripts may have changed them since. */
const given = new Map<string, string>();

/** Remembers the regions of a page that has just come, before any script touches them. */
export function rememberRegions(): void {
  for (const region of document.querySelectorAll('[data-live], [data-poll]')) given.set(region.id, region.innerHTML);
}

/**
 * Asks for this page again and puts what has changed into regions of it. Nobody's typing is touched: a region in which
 * somebody types is left as it is until they have gone on.
 *
 * @param selector of the regions; each has an id
 */
export async function refreshRegions(selector = LIVE): Promise<Look> {
  try {
    const headers = { accept: 'text/html', 'x-waymark-look': 'yes' };
    const [response] = await Promise.all([
      fetch(location.href, { headers, signal: AbortSignal.timeout(PATIENCE_MS) }),
      loadMorpher(),
    ]);
    if (response.status === 401) return { kind: 'over' };
    if (response.redirected || [403, 404, 410].includes(response.status)) return startAnew();
    if (!response.ok) return { kind: 'away' };
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (personOf(page) !== personOf(document)) return { kind: 'over' };
    // After a release, what was loaded does not fit any more.
    if (styleOf(page) !== styleOf(document)) return startAnew();
    return { kind: 'seen', ...putIn(page, selector) };
  } catch {
    return { kind: 'away' };
  }
}

function putIn(page: Document, selector: string): { readonly changed: boolean; readonly waits: boolean } {
  let [changed, waits] = [false, false];
  for (const region of document.querySelectorAll<HTMLElement>(selector)) {
    const fresh = page.getElementById(region.id);
    if (!fresh) continue;
    if (fresh.dataset['poll'] === undefined) delete region.dataset['poll'];
    else region.dataset['poll'] = fresh.dataset['poll'];
    if (given.get(region.id) === fresh.innerHTML) continue;
    if (isTypedInto(region)) {
      waits = true;
      continue;
    }
    given.set(region.id, fresh.innerHTML);
    Idiomorph.morph(region, fresh.innerHTML, {
      morphStyle: 'innerHTML',
      ignoreActiveValue: true,
      callbacks: { beforeAttributeUpdated: isTheServers },
    });
    changed = true;
  }
  const [seen, now] = [document, page].map((one) => one.getElementById('app-live'));
  if (seen && now) for (const { name, value } of now.attributes) seen.setAttribute(name, value);
  return { changed, waits };
}

/** Loads the page as it is now, unless somebody types on it. */
function startAnew(): Look {
  if (document.querySelector('form[data-keep]')) return { kind: 'away' };
  location.reload();
  return { kind: 'away' };
}

export const personOf = (page: Document) => page.getElementById('app-live')?.dataset['person'];
const styleOf = (page: Document) => page.querySelector('link[rel="stylesheet"]')?.getAttribute('href');

const isTypedInto = (region: Element) =>
  document.activeElement !== null &&
  region.contains(document.activeElement) &&
  document.activeElement.matches('input, textarea, select');

/** Whether something is open, or ticked otherwise than it came, is for its reader to say. */
const isTheServers = (attribute: string, element: Element): boolean =>
  !['open', 'aria-expanded'].includes(attribute) &&
  !(attribute === 'checked' && element instanceof HTMLInputElement && element.checked !== element.defaultChecked);
