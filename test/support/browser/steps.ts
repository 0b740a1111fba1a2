import type { Locator, Page } from 'playwright-core';
import type { DeskOptions } from './desk';

/** Longer than anything takes that a page tells the progress of. */
const ENDS_WITHIN_MS = 120_000;

/** Waits until the page that an act has led to has come whole: what is not found on it then is not on it. */
export const isWhole = (page: Page): Promise<void> => page.waitForLoadState('domcontentloaded');

/** Goes where a click leads. */
export async function follow(link: Locator): Promise<void> {
  await link.click();
  await isWhole(link.page());
}

/** Presses the first button of a page that says so. */
export const press = (page: Page, text: string): Promise<void> =>
  follow(page.locator('main button:not(.govuk-visually-hidden)', { hasText: text }).first());

/** Waits until a page says that something is done. @param text of what it says; default: anything */
export const isDone = (page: Page, text = ''): Promise<void> =>
  page.locator('.moj-alert--success', { hasText: text }).waitFor();

/** Looks at a page that says how far something is until it has ended: by itself, or by its link. */
export async function untilEnded(page: Page, { javaScript = true }: Pick<DeskOptions, 'javaScript'>): Promise<void> {
  await isWhole(page);
  const again = page.locator('main a', { hasText: 'Look again' });
  if (javaScript) return again.waitFor({ state: 'detached', timeout: ENDS_WITHIN_MS });
  while ((await again.count()) > 0) await follow(again);
}
