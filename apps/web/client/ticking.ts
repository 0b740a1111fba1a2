import type { Connection } from './connection.js';
import { timeText } from './connection.js';
import { leftText, sinceText } from './countdown.js';

/** How far this computer's clock is behind that of the server, as the page says; milliseconds. */
let behind = 0;
let readFrom = '';

/** Has the times of a page go on: one timer, for as long as the page is there. */
export function tickOn(connection: Connection): void {
  if (!document.querySelector('[data-left], [data-since], [data-clock]')) return;
  window.setInterval(() => document.hidden || tick(connection), 1_000);
  document.addEventListener('visibilitychange', () => document.hidden || tick(connection));
  tick(connection);
}

/** Writes what has changed since the last second, and nothing else. */
export function tick(connection: Connection): void {
  const now = serverNow();
  for (const element of document.querySelectorAll<HTMLElement>('[data-left]')) {
    const until = Date.parse(element.dataset['left'] ?? '');
    write(element, leftText(until, now));
    element.classList.toggle('app-clocks__left--over', until < now);
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-since]'))
    write(element, sinceText(Date.parse(element.dataset['since'] ?? ''), now));
  const stale = connection.staleSince;
  for (const element of document.querySelectorAll<HTMLElement>('[data-clock]'))
    write(element, stale === undefined ? `Now ${timeText(now)}` : `As it was at ${timeText(stale + behind)}`);
}

function serverNow(): number {
  const { now = '' } = document.getElementById('app-live')?.dataset ?? {};
  if (now !== readFrom && now !== '') [readFrom, behind] = [now, Date.parse(now) - Date.now()];
  return Date.now() + behind;
}

function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
