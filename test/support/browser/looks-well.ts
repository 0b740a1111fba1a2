import type { Page } from 'playwright-core';
import { violationsOf } from './accessible';

/** The narrowest that a page is read at: 1280 px at 400 % (WCAG 1.4.10). */
const NARROW = 320;

/** Where a page, as it stands, falls short: of what axe finds, and of fitting in a narrow window. */
export async function faultsOf(page: Page): Promise<readonly object[]> {
  const size = page.viewportSize();
  const found = await violationsOf(page);
  await page.setViewportSize({ width: NARROW, height: 900 });
  const tooWide = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  if (size) await page.setViewportSize(size);
  const { pathname } = new URL(page.url());
  return [...found, ...(Number(tooWide) > 0 ? [{ pathname, tooWide }] : [])];
}
