import { refreshRegions } from './refresh.js';

const EVERY_MS = 2_000;

/** Looks again and again at a page on which something goes on by itself, for as long as it says so and is seen. */
export function pollWhileGoing(): void {
  const isGoing = () => document.querySelector('[data-live][data-poll]') !== null;
  if (!isGoing()) return;
  const look = async () => {
    if (!document.hidden) await refreshRegions();
    if (isGoing()) window.setTimeout(() => void look(), EVERY_MS);
  };
  window.setTimeout(() => void look(), EVERY_MS);
}
