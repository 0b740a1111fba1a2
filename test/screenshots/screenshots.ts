import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Stack } from '../../platform/embedded/stack';
import { sayingSteps } from '../../platform/embedded/steps';
import { UNTHROTTLED } from '../../platform/embedded/unthrottled';
import { openBrowser } from '../support/browser/browser';
import { Desk } from '../support/browser/desk';
import { pageRoutes } from '../support/browser/page-routes';
import { walk, type Reached } from '../support/browser/walk';
import { startWeb } from '../support/browser/web';
import { NEARBY_WEBHOOKS } from '../support/nearby-webhooks';
import { Receiver } from '../support/receiver';
import { showcase, WALKERS } from '../support/showcase';
import { shareStack } from '../support/stack';
import { pictureOf } from './picture';

/** Widths of a desk and of a telephone, in CSS pixels. */
const WIDTHS = { desktop: 1280, mobile: 375 } as const;
const SIZES = { messages: 400, records: 5_000, seed: 11 };

/** The last line of a run. */
export interface ScreenshotsResult {
  readonly pages: number;
  readonly pictures: number;
  readonly seconds: number;
}

/**
 * Takes a picture of every kind of page in two widths, on a stack of its own that has something of everything to show.
 *
 * @param folder gets a folder for each width
 */
export async function takeScreenshots(folder: string, say: (line: string) => void): Promise<ScreenshotsResult> {
  const started = performance.now();
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-screenshots-'));
  let stack: Stack | undefined;
  let browser: Browser | undefined;
  let receiver: Receiver | undefined;
  try {
    stack = await Stack.start({
      dataDir,
      ports: 'free',
      env: { ...UNTHROTTLED, ...NEARBY_WEBHOOKS, LOG_LEVEL: 'warn' },
      stepsBefore: Number(process.env['WAYMARK_STEPS_DONE'] ?? 0),
      onStep: sayingSteps(say),
    });
    shareStack(stack);
    [browser, receiver] = await Promise.all([openBrowser(), Receiver.start()]);
    const rather = await showcase(browser, receiver.url('/told'), SIZES, say);
    const web = await startWeb();
    const routes = pageRoutes(web.app);
    await web.close();
    say('Every kind of page is looked for');
    const { kinds } = await walk(browser, WALKERS, routes, { rather });
    for (const [name, width] of Object.entries(WIDTHS)) {
      say(`${kinds.size} pages are taken, ${width} px wide`);
      await takeAll(browser, kinds, width, join(folder, name));
    }
    const pictures = kinds.size * Object.keys(WIDTHS).length;
    return { pages: kinds.size, pictures, seconds: Math.round((performance.now() - started) / 1000) };
  } finally {
    await browser?.close();
    await receiver?.close();
    await stack?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function takeAll(browser: Browser, kinds: ReadonlyMap<string, Reached>, width: number, folder: string) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const person of WALKERS) {
    const desk = await Desk.of(person, browser, { width });
    for (const [kind, reached] of kinds)
      if (reached.person === person) {
        await desk.open(reached.address);
        await pictureOf(desk.page, join(folder, `${fileNameOf(kind)}.webp`));
      }
    await desk.close();
  }
}

/** `/operations/:reference/people` as `operations-one-people`. */
const fileNameOf = (kind: string) => kind.replace(/^\//, '').replaceAll(/:\w+/g, 'one').replaceAll('/', '-') || 'home';
