import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { PersonId } from '../../../platform/embedded/identity/people';
import { testStack } from '../stack';

export interface DeskOptions {
  /** Default: with scripts, as most people have them. */
  readonly javaScript?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** Address of the pages; default: those of the stack. */
  readonly pages?: string;
}

/** One person at a browser of their own. */
export class Desk {
  private constructor(
    readonly person: PersonId,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly pages: string,
    /** What went wrong in the browser: errors of scripts, and what the page may not load. */
    readonly complaints: string[],
  ) {}

  /** Opens a browser window and signs in, as the person does. */
  static async of(person: PersonId, browser: Browser, options: DeskOptions = {}): Promise<Desk> {
    const { javaScript = true, width = 1280, height = 900, pages = testStack().urls.web } = options;
    const context = await browser.newContext({
      javaScriptEnabled: javaScript,
      viewport: { width, height },
      locale: 'en-GB',
      baseURL: pages,
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (4\d\d|503)/.test(message.text())) complaints.push(message.text());
    });
    const desk = new Desk(person, context, page, pages, complaints);
    await desk.open('/');
    return desk;
  }

  /** Opens a page, signing in where that is asked for. */
  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.signInIfAsked();
  }

  /** Presses the button of the development identity provider, where its page is shown. */
  async signInIfAsked(page = this.page): Promise<void> {
    if (page.url().startsWith(testStack().urls.issuer)) await this.signInAgain(page);
  }

  /** Signs in once the development identity provider asks for it; ends on the page that was asked for. */
  async signInAgain(page = this.page): Promise<void> {
    await page.click(`button[value="${this.person}"]`);
    await page.waitForURL(({ href }) => !href.startsWith(testStack().urls.issuer));
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
