import type { Connection } from './connection.js';
import { Listening } from './listening.js';
import { lookAgain } from './look-again.js';
import { Looking, type Look } from './looking.js';
import { News } from './news.js';
import { personOf, refreshRegions } from './refresh.js';
import type { Heard, Told } from './stream.js';
import { tick, tickOn } from './ticking.js';

/** Keeps the regions of a page that say so (`data-live`) as they are now, and says where they may not be. */
export function followLive(connection: Connection): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-live]')];
  const person = personOf(document);
  if (regions.length === 0 || person === undefined) return;
  const wanted = new Set(regions.map((region) => region.dataset['live'] ?? ''));
  const news = new News();
  tickOn(connection);
  const tell = (look: Look) => {
    connection.looked(look, 'page');
    if (look.kind !== 'seen') return;
    tick(connection);
    if (look.changed) news.announce();
    lookAgain(connection);
    if (look.waits) addEventListener('focusout', () => looking.want(), { once: true });
  };
  const looking = new Looking({ look: refreshRegions, isHidden: () => document.hidden, tell });
  document.addEventListener('visibilitychange', () => document.hidden || looking.again());
  addEventListener('online', () => looking.again());
  let hears = false;
  const hear = (heard: Heard) => {
    switch (heard.kind) {
      case 'here':
        // What happened while nothing was heard is on the page that is looked at now.
        if (connection.isOver) looking.anew();
        else if (heard.missed || (connection.staleSince !== undefined && hears)) looking.want();
        hears = true;
        looking.again();
        return connection.back('stream');
      case 'beat':
        return connection.sound();
      case 'away':
        return connection.lost('stream');
      case 'ended':
        return connection.ended();
      case 'told':
        connection.sound();
        if (concerns(heard.told, wanted)) looking.want();
    }
  };
  new Listening(person, hear);
}

/** Whether the page shows something of it, and not already so. */
function concerns({ reference, sequence }: Told, wanted: ReadonlySet<string>): boolean {
  if (wanted.has('any')) return true;
  const { reference: shown, sequence: seen } = document.getElementById('app-live')?.dataset ?? {};
  return wanted.has(reference) && !(reference === shown && sequence <= Number(seen));
}
