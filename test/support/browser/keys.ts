import type { Page } from 'playwright-core';

/** More stops than any page has. */
const MOST_STOPS = 400;

/** A person at a keyboard, who has nothing to point with. */
export class Keys {
  constructor(private readonly page: Page) {}

  /** Goes on from stop to stop until what is meant has the focus. @throws where nothing comes there */
  async to(selector: string): Promise<void> {
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      if (await this.page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Nothing comes to ${selector} on ${this.page.url()}`);
  }

  /** Follows a link, or presses a button; ends on the page that comes of it. */
  async enter(selector: string): Promise<void> {
    await this.to(selector);
    await Promise.all([this.page.waitForEvent('domcontentloaded'), this.page.keyboard.press('Enter')]);
  }

  /** Ticks what is to be ticked or chosen. */
  async tick(selector: string): Promise<void> {
    await this.to(selector);
    await this.page.keyboard.press('Space');
  }

  async type(selector: string, text: string): Promise<void> {
    await this.to(selector);
    await this.page.keyboard.type(text);
  }
}
