import type { Page } from 'playwright-core';

/** Something that screen readers were told, and when its place was cleared for it: milliseconds on the page's clock. */
export interface Spoken {
  readonly text: string;
  readonly at: number;
}

/** Listens to what a page has screen readers say from now on. */
export async function listenTo(page: Page): Promise<() => Promise<readonly Spoken[]>> {
  await page.evaluate(`
    window.spoken = [];
    const place = document.querySelector('#app-live');
    let at = 0;
    new MutationObserver(() => {
      if (place.textContent) window.spoken.push({ text: place.textContent, at });
      else at = performance.now();
    }).observe(place, { childList: true });
  `);
  return () => page.evaluate<readonly Spoken[]>('window.spoken');
}

/** The requests for live streams that the pages of a browser make from now on. */
export function streamsOf(page: Page): readonly string[] {
  const streams: string[] = [];
  page.context().on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname === '/live') streams.push(search);
  });
  return streams;
}

/** How much a page holds once what it does not need is cleared away. */
export async function heldBy(
  page: Page,
): Promise<{ readonly nodes: number; readonly listeners: number; readonly heap: number }> {
  const session = await page.context().newCDPSession(page);
  // Twice: what the first round finds may have held something else.
  for (const _ of [1, 2]) await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
  const { usedSize: heap } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { nodes, listeners, heap };
}

/** Whether anything on a page is wider than the page, so that one would have to scroll sideways. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');
