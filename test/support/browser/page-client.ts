import { ApiClient, type Answer, type CommandOptions, type Problem } from '../../../apps/cli/api/api-client';
import type { ShownEvent } from '../../../apps/api/timeline/timeline.read';
import { SignedIn } from '../../../platform/embedded/identity/sign-in';
import { sectionOf } from '../../../apps/web/operations/sections';
import { testStack } from '../stack';
import type { Desk } from './desk';
import { fillIn } from './fill';
import { follow, isDone, isWhole } from './steps';

/**
 * A person who gives every command by the pages and by nothing else. What was recorded is then read from the API, so that a
 * scenario can go on with it.
 */
export class PageClient extends ApiClient {
  /** @param recordedIn is told after each act, with the operation and its last event */
  constructor(
    readonly desk: Desk,
    private readonly recordedIn?: (reference: string, sequence: number) => Promise<void>,
  ) {
    super(testStack().urls.api, new SignedIn(testStack().urls.issuer, desk.person));
  }

  /** Opens a referral page by page, each field where it is asked for, and opens it at the end. */
  override async open<T>(body: object, { happenedAt }: CommandOptions = {}): Promise<Answer<T>> {
    const { page } = this.desk;
    const left = new Map<string, unknown>(Object.entries({ ...body, ...(happenedAt ? { happenedAt } : {}) }));
    await this.desk.open('/referrals');
    await page.getByRole('button', { name: 'Open a referral' }).click();
    while (!page.url().endsWith('/subjects')) {
      await isWhole(page);
      for (const [name, value] of left)
        if (
          (await page
            .locator(`form[data-keep] :is([name="${name}"], [name^="${name}-"], [name^="${name}."])`)
            .count()) > 0
        ) {
          await fillIn(page, { [name]: value });
          left.delete(name);
        }
      await page.getByRole('button', { name: 'Save and continue' }).last().click();
      const refused = await this.refusal<T>();
      if (refused) return refused;
    }
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Open the referral' }).last().click();
    return (await this.refusal<T>()) ?? this.recorded<T>();
  }

  override async command<T>(
    reference: string,
    command: string,
    body: object,
    { happenedAt, ifMatch }: CommandOptions = {},
  ): Promise<Answer<T>> {
    await this.find(reference, command, body);
    const refused = await this.refusal<T>();
    if (refused) return refused;
    const { page } = this.desk;
    await fillIn(page, { ...body, ...(happenedAt ? { happenedAt } : {}) });
    if (ifMatch !== undefined)
      await page
        .locator('input[name="_version"]')
        .evaluate((input: { value: string }, version) => (input.value = version), ifMatch.replaceAll('"', ''));
    await page.locator('form[data-keep] .govuk-button-group button[type="submit"]').click();
    await this.desk.signInIfAsked();
    // After a fresh sign-in what was typed is there, and is sent by pressing again.
    if (new URL(page.url()).searchParams.has('kept'))
      await page.locator('form[data-keep] .govuk-button-group button[type="submit"]').click();
    return (await this.refusal<T>()) ?? this.recorded<T>();
  }

  /** Comes to the form as people do: by the section of the operation and the act about the thing that is meant. */
  private async find(reference: string, command: string, body: object): Promise<void> {
    const { page } = this.desk;
    await page.goto(`/operations/${reference}`);
    const links = page.locator(`main a[href*="/do/${command}"]`);
    if ((await links.count()) === 0) await this.openSectionOf(command);
    const about = Object.entries(body).map(([field, value]) => `?${field}=${String(value)}`);
    for (const end of about) {
      const link = page.locator(`main a[href$="/do/${command}${end}"]`);
      if ((await link.count()) > 0) return link.first().click();
    }
    if ((await links.count()) > 0) return links.first().click();
    // Nothing leads there: who comes all the same is told why.
    await page.goto(`/operations/${reference}/do/${command}`);
  }

  private async openSectionOf(command: string): Promise<void> {
    const section = sectionOf(command);
    if (section) await follow(this.desk.page.locator(`nav[aria-label="This operation"] a[href$="/${section.name}"]`));
  }

  /** What the page says stands in the way of what was asked for; the page after something was recorded tells of what comes next. */
  private async refusal<T>(): Promise<Answer<T> | undefined> {
    const { page } = this.desk;
    await isWhole(page);
    if ((await page.locator('.moj-alert--success').count()) > 0) return undefined;
    if ((await page.locator('[data-conflict]').count()) > 0)
      return { status: 409, etag: null, body: { type: '/problems/version-conflict' } as T };
    const blockers = await page.locator('main [data-blockers] [data-code]').evaluateAll((all) =>
      all.map((one) => ({
        code: one.getAttribute('data-code') ?? '',
        kind: one.getAttribute('data-kind'),
        sentence: one.textContent.trim(),
      })),
    );
    if (blockers.length > 0) {
      const status = blockers.some(({ kind }) => kind === 'role') ? 403 : 422;
      return {
        status,
        etag: null,
        body: { type: '/problems/blocked', title: '', status, blockers } satisfies Problem as T,
      };
    }
    const errors = await page.locator('.govuk-error-summary').allTextContents();
    if (errors.length > 0) throw new Error(`${page.url()}: ${errors.join(' ').replaceAll(/\s+/g, ' ')}`);
    return undefined;
  }

  /** The events of the last command, which the page has said is recorded. */
  private async recorded<T>(): Promise<Answer<T>> {
    const { page } = this.desk;
    await isDone(page);
    const reference = /OP-[\w-]+/.exec(page.url())?.[0] ?? '';
    const path = `/api/v1/operations/${reference}/timeline?order=desc&limit=10`;
    const { body } = await this.get<{ items: readonly ShownEvent[] }>(path);
    const own = body.items.filter(({ actor }) => actor === this.desk.person);
    const events = own.filter(({ commandId }) => commandId === own[0]?.commandId).reverse();
    await this.recordedIn?.(reference, own[0]?.sequence ?? 0);
    return { status: 200, etag: null, body: { reference, sequence: own[0]?.sequence, events } as T };
  }
}
