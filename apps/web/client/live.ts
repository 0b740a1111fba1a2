import { announce } from './announce.js';
import { refreshRegions } from './refresh.js';

interface Told {
  readonly reference: string;
  readonly sequence: number;
  readonly type: string;
  readonly actor: string;
}

/** At most one look at the page in this time, however much happens. */
const GAP_MS = 900;

/**
 * Keeps the regions of a page that say so (`data-live`) as they are now. One tab of a browser listens for all of them, so
 * that many tabs do not use up the connections that a browser has for one site.
 */
export function followLive(): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-live]')];
  if (regions.length === 0) return;
  const wanted = new Set(regions.map((region) => region.dataset['live'] ?? ''));
  const channel = new BroadcastChannel('waymark-live');
  const look = looking();
  const hear = (told: Told | 'resumed') => {
    if (told !== 'resumed' && !wanted.has('any') && !wanted.has(told.reference)) return;
    look(told);
  };
  channel.addEventListener('message', ({ data }: MessageEvent<Told | 'resumed'>) => hear(data));
  // Whoever holds the lock listens; when its tab is closed, another one does.
  void navigator.locks.request('waymark-live', () => listen((told) => (channel.postMessage(told), hear(told))));
}

/** Listens until the tab is closed. */
function listen(tell: (told: Told | 'resumed') => void): Promise<never> {
  const source = new EventSource('/live');
  let opened = false;
  source.addEventListener('open', () => {
    // What happened while there was no connection is on the page that is looked at now.
    if (opened) tell('resumed');
    opened = true;
    document.body.classList.remove('app-is-stale');
  });
  source.addEventListener('error', () => document.body.classList.add('app-is-stale'));
  source.addEventListener('message', ({ data }: MessageEvent<string>) => tell(JSON.parse(data) as Told));
  return new Promise<never>(() => undefined);
}

/** Looks at the page anew, at once and then not again for a while; a hidden tab looks when it is shown. */
function looking(): (told: Told | 'resumed') => void {
  let last = 0;
  let planned: number | undefined;
  let isLooking = false;
  let again = false;
  const plan = () => {
    if (document.hidden) {
      again = true;
      return;
    }
    if (isLooking) {
      again = true;
      return;
    }
    planned ??= window.setTimeout(() => void now(), Math.max(0, last + GAP_MS - Date.now()));
  };
  const now = async () => {
    planned = undefined;
    last = Date.now();
    isLooking = true;
    again = false;
    const changed = await refreshRegions();
    isLooking = false;
    if (changed === undefined) again = true;
    else if (changed) announce('This page has been brought up to date');
    if (again && !document.hidden) plan();
  };
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && again) plan();
  });
  return plan;
}
