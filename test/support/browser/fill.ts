import type { Page } from 'playwright-core';
import { dateParts, momentParts } from '../../../apps/web/forms/times';
import { follow } from './steps';

/**
 * Fills in a form with a body, field by field, as a person does: ticks, chooses and types, and adds a row to a list where
 * there is none left.
 */
export async function fillIn(page: Page, body: object, at = ''): Promise<void> {
  for (const [name, value] of Object.entries(body)) await fillField(page, at === '' ? name : `${at}.${name}`, value);
}

async function fillField(page: Page, path: string, value: unknown): Promise<void> {
  if (value === null || value === undefined) return;
  if (typeof value === 'object' && !Array.isArray(value)) return fillIn(page, value, path);
  if (Array.isArray(value) && (await page.locator(`[name="${path}.rows"]`).count()) > 0) {
    for (const [row, one] of value.entries()) {
      if (Number(await page.locator(`[name="${path}.rows"]`).inputValue()) <= row)
        await follow(page.locator(`button[name="_add"][value="${path}"]`));
      await fillField(page, `${path}.${row}`, one);
    }
    return;
  }
  if (Array.isArray(value)) {
    for (const one of value) await page.locator(`[name="${path}"][value="${String(one)}"]`).check();
    return;
  }
  if ((await page.locator(`[name="${path}-day"]`).count()) > 0) return fillDate(page, path, String(value));
  const field = page.locator(`[name="${path}"]`);
  const kind = await field.first().evaluate((element: { readonly type: string }) => element.type);
  if (kind === 'radio') await page.locator(`[name="${path}"][value="${spelt(value)}"]`).check();
  else if (kind === 'select-one') await field.selectOption(String(value));
  else if (kind !== 'hidden') await field.fill(/pence/i.test(path) ? String(Number(value) / 100) : String(value));
}

async function fillDate(page: Page, path: string, value: string): Promise<void> {
  const details = page.locator(`details:has([name="${path}-day"])`);
  if ((await details.count()) > 0 && (await details.getAttribute('open')) === null)
    await details.locator('summary').click();
  const parts = value.includes('T') ? momentParts(path, value) : dateParts(path, value);
  for (const [name, part] of Object.entries(parts)) await page.locator(`[name="${name}"]`).fill(String(part));
}

const spelt = (value: unknown) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));
