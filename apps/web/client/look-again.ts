import { announce } from './announce.js';
import type { Connection } from './connection.js';
import { pauseFrom } from './pauses.js';
import { refreshRegions } from './refresh.js';

let planned = false;

/**
 * Looks again and again at regions of a page in which something is under way that no event tells of, such as a file that is read:
 * `data-poll` says after how many seconds. It ends when the page that comes back has no such region any more, and with the session.
 */
export function lookAgain(connection: Connection): void {
  const region = document.querySelector<HTMLElement>('[data-poll]');
  if (!region || planned) return;
  planned = true;
  window.setTimeout(() => void look(connection), pauseFrom(region.dataset['poll']));
}

async function look(connection: Connection): Promise<void> {
  const look = document.hidden ? undefined : await refreshRegions('[data-poll]');
  planned = false;
  if (look) connection.looked(look, 'part');
  if (connection.isOver) return;
  if (document.querySelector('[data-poll]')) return lookAgain(connection);
  // Also where the whole page has been brought up to date meanwhile.
  connection.back('part');
  announce('It has ended. This page has been brought up to date');
}
