interface Morpher {
  morph(before: Element, after: string, options: object): void;
}
declare const Idiomorph: Morpher;

let loaded: Promise<void> | undefined;

/** Loads the library once it is needed. It keeps focus, and what is open stays open. */
function loadMorpher(): Promise<void> {
  loaded ??= new Promise<void>((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL('../idiomorph/idiomorph.min.js', import.meta.url).href;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error('A script could not be loaded'));
    document.head.append(script);
  });
  return loaded;
}

/**
 * Asks for this page again and puts what has changed into regions of it. Nobody's typing is touched: a region in which
 * somebody types is left as it is.
 *
 * @param regions selects them; each has an id
 * @returns whether anything has changed; nothing where the page could not be had
 */
export async function refreshRegions(regions = '[data-live]'): Promise<boolean | undefined> {
  try {
    const [response] = await Promise.all([fetch(location.href, { headers: { accept: 'text/html' } }), loadMorpher()]);
    if (response.redirected && new URL(response.url).pathname !== location.pathname) return undefined;
    if (!response.ok) return undefined;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    let changed = false;
    for (const region of document.querySelectorAll<HTMLElement>(regions)) {
      const fresh = page.getElementById(region.id);
      if (fresh && fresh.dataset['poll'] === undefined) delete region.dataset['poll'];
      if (!fresh || region.innerHTML === fresh.innerHTML || isTypedInto(region)) continue;
      Idiomorph.morph(region, fresh.innerHTML, {
        morphStyle: 'innerHTML',
        ignoreActiveValue: true,
        callbacks: { beforeAttributeUpdated: keepOpen },
      });
      region.toggleAttribute('data-poll', fresh.hasAttribute('data-poll'));
      changed = true;
    }
    return changed;
  } catch {
    return undefined;
  }
}

const isTypedInto = (region: Element) =>
  document.activeElement !== null &&
  region.contains(document.activeElement) &&
  document.activeElement.matches('input, textarea, select');

/** Whether something is open is for its reader to say. */
const keepOpen = (attribute: string): boolean => !['open', 'aria-expanded'].includes(attribute);
