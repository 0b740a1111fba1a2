import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { DeskOptions } from './desk';

/** WCAG 2.2 A and AA, and what axe holds for good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Where a page falls short of WCAG 2.2 AA, as far as a program can tell.
 *
 * @param options a page without scripts is the same, and cannot be looked into: nothing is found
 */
export async function violationsOf(
  page: Page,
  { javaScript = true }: Pick<DeskOptions, 'javaScript'> = {},
): Promise<readonly object[]> {
  if (!javaScript) return [];
  // No page has frames, whose findings would have to be put together elsewhere; what is in order need not be told.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await axe.withTags(RULES).analyze();
  const { pathname } = new URL(page.url());
  return violations.map(({ id, help, nodes }) => ({
    pathname,
    id,
    help,
    at: nodes.map(({ target }) => String(target)),
  }));
}
