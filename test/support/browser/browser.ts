import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { findProgram, run } from '../../../platform/embedded/programs';

/** As little of the browser's own life as can be: no updates, no background requests. */
const ARGS = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
];
const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A real Chromium: the system's, else one that the system's package manager or Playwright installs. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: ARGS });
}

async function findChromium(): Promise<string> {
  const found = () => PROGRAMS.map((name) => findProgram(name)).find((file) => file !== undefined);
  const there = found();
  if (there) return there;
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  if (process.getuid?.() === 0 && findProgram('apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const wait = ['-o', 'DPkg::Lock::Timeout=120'];
    await run('apt-get', ['update', '-q', ...wait], { env });
    await run('apt-get', ['install', '-qy', '--no-install-recommends', ...wait, 'chromium'], { env });
  } else
    await run(process.execPath, [require.resolve('playwright-core/cli.js'), 'install', '--only-shell', 'chromium']);
  return found() ?? own;
}
