import type { Page } from 'playwright-core';
import { violationsOf } from './accessible';

/** Windows that a page is read in, at 200 % and at 400 % of 1280 px (WCAG 1.4.4 and 1.4.10). */
const ZOOMED = [640, 320];

/** Where a page, as it stands, falls short: of what axe finds, and of fitting in a window when it is zoomed. */
export async function faultsOf(page: Page): Promise<readonly object[]> {
  const size = page.viewportSize();
  const found = [...(await violationsOf(page))];
  const { pathname } = new URL(page.url());
  for (const width of ZOOMED) {
    await page.setViewportSize({ width, height: 900 });
    const tooWide = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
    if (tooWide > 0) found.push({ pathname, width, tooWide });
  }
  if (size) await page.setViewportSize(size);
  return found;
}

/** What a page and all that it loads come to on their way, whether the browser had it or not; bytes. */
export function weightOf(page: Page): Promise<number> {
  return page.evaluate<number>(
    `['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind)).reduce((sum, one) => sum + one.encodedBodySize, 0)`,
  );
}
