import type { Look } from './looking.js';

const ZONE = 'Europe/London';
/** A gap that is over sooner is not worth a word. */
const GRACE_MS = 3_000;

/** What happens, the page itself, or the parts of it that are asked for again and again. */
type Why = 'stream' | 'page' | 'part';

/**
 * Says in words whether what the page shows is as things are: since when it may be old, or that the session has ended. What is
 * old is never shown as new.
 */
export class Connection {
  private readonly place = document.querySelector<HTMLElement>('#app-connection');
  private readonly since = new Map<Why, number>();
  private over = false;
  private soundAt = Date.now();
  private told = false;
  private planned: number | undefined;

  constructor(
    /** Told whenever what it says has changed. */
    private readonly changed: () => void,
  ) {}

  /** All was well just now. */
  sound(): void {
    if (this.since.size === 0 && !this.over) this.soundAt = Date.now();
  }

  /** Something does not come. */
  lost(why: Why): void {
    if (this.since.has(why)) return;
    this.since.set(why, this.soundAt);
    this.planned ??= window.setTimeout(() => this.show(), this.told || !navigator.onLine ? 0 : GRACE_MS);
  }

  back(why: Why): void {
    // Whoever has signed in again, in another tab, still sees here what was there before.
    const isOver = this.over && why !== 'page';
    const changes = this.since.delete(why) || isOver !== this.over;
    this.over = isOver;
    this.sound();
    if (changes) this.show();
  }

  ended(): void {
    if (this.over) return;
    this.over = true;
    this.show();
  }

  /** What came of looking at the page, or at parts of it. */
  looked({ kind }: Look, what: 'page' | 'part'): void {
    if (kind === 'over') this.ended();
    else if (kind === 'away') this.lost(what);
    else this.back(what);
  }

  /** Whether the session has ended, and the page has not been seen since. */
  get isOver(): boolean {
    return this.over;
  }

  /** Since when what is shown may be old; nothing while it is as things are. Milliseconds since 1970. */
  get staleSince(): number | undefined {
    if (!this.told) return undefined;
    return this.over ? this.soundAt : Math.min(...this.since.values());
  }

  private show(): void {
    this.write();
    this.changed();
  }

  private write(): void {
    window.clearTimeout(this.planned);
    this.planned = undefined;
    this.told = this.over || this.since.size > 0;
    document.body.classList.toggle('app-is-stale', this.told);
    const { staleSince: since } = this;
    if (since === undefined) return this.place?.replaceChildren();
    if (!this.over)
      return this.say(`No connection since ${timeText(since)}: what you see may be old.`, 'It comes back by itself.');
    const link = document.createElement('a');
    link.href = `/sign-in?${new URLSearchParams({ to: location.pathname + location.search }).toString()}`;
    link.textContent = 'Sign in again';
    this.say(`Your session has ended. What you see is as it was at ${timeText(since)}.`, link);
  }

  private say(text: string, ...more: readonly (string | Node)[]): void {
    const strong = document.createElement('strong');
    strong.textContent = text;
    this.place?.replaceChildren(strong, ' ', ...more);
  }
}

/** A time as people write it, with its day where that is not today. */
export function timeText(moment: number, now = Date.now()): string {
  const [time, day, today] = [
    new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: 'numeric', minute: '2-digit', hour12: true }).format(
      moment,
    ),
    dayText(moment),
    dayText(now),
  ];
  return `${time.replace(' ', '')}${day === today ? '' : ` on ${day}`}`;
}

const dayText = (moment: number) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, day: 'numeric', month: 'long' }).format(moment);
