import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** What nobody scrolls to is not shown. */
const TALLEST = 4_000;
const QUALITY = 70;

/** Takes a picture of a whole page as it stands, as WebP. */
export async function pictureOf(page: Page, file: string): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate('document.fonts.ready');
  const session = await page.context().newCDPSession(page);
  const { cssContentSize } = await session.send('Page.getLayoutMetrics');
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: QUALITY,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width: cssContentSize.width, height: Math.min(cssContentSize.height, TALLEST), scale: 1 },
  });
  await session.detach();
  writeFileSync(file, Buffer.from(data, 'base64'));
}
