import type { Page } from 'playwright-core';
import type { ApiClient } from '../../../apps/cli/api/api-client';
import { eventually } from '../stack';
import type { Desk } from './desk';

const IS_LOADED_ONCE = 'waymarkLoadedOnce';

/** Somebody who keeps the page of an operation open beside what they do, and never loads it again. */
export class Watching {
  private page: Page | undefined;
  /** How many acts of anybody the page has shown by itself. */
  seen = 0;

  constructor(
    private readonly desk: Desk,
    private readonly api: ApiClient,
  ) {}

  /**
   * Waits until the page shows what was recorded last, for whoever sees the operation just then.
   *
   * @param sequence of the last event
   * @throws where the page does not show it by itself
   */
  async see(reference: string, sequence: number): Promise<void> {
    const { status } = await this.api.get(`/api/v1/operations/${reference}`);
    if (status !== 200) return;
    if (!this.page) return this.open(reference);
    const { page } = this;
    await eventually(`${this.desk.person} sees event ${sequence}`, () =>
      page.evaluate<boolean>(
        `window.${IS_LOADED_ONCE} && Number(document.getElementById('app-live').dataset.sequence) >= ${sequence}`,
      ),
    );
    this.seen += 1;
  }

  private async open(reference: string): Promise<void> {
    const page = await this.desk.context.newPage();
    await page.goto(`/operations/${reference}`);
    await page.evaluate(`window.${IS_LOADED_ONCE} = true`);
    this.page = page;
  }
}
