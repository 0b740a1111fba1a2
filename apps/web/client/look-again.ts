import { announce } from './announce.js';
import { refreshRegions } from './refresh.js';

let planned = false;

/**
 * Looks again and again at regions of a page in which something is under way that no event tells of, such as a file that is read:
 * `data-poll` says after how many seconds. It ends when the page that comes back has no such region any more.
 */
export function lookAgain(): void {
  const region = document.querySelector<HTMLElement>('[data-poll]');
  if (!region || planned) return;
  planned = true;
  window.setTimeout(() => void look(), Number(region.dataset['poll']) * 1000);
}

async function look(): Promise<void> {
  if (!document.hidden) await refreshRegions('[data-poll]');
  planned = false;
  if (document.querySelector('[data-poll]')) lookAgain();
  else announce('It has ended. This page has been brought up to date');
}
