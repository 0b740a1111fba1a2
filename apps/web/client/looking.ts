import { Pauses } from './pauses.js';

/** What came of looking at the page anew. */
export type Look =
  /** `waits`: what is new is not put in while somebody types there. */
  | { readonly kind: 'seen'; readonly changed: boolean; readonly waits: boolean }
  /** It could not be had: it is tried again. */
  | { readonly kind: 'away' }
  /** There is nothing more to see. */
  | { readonly kind: 'over' };

/** At most one look at the page in this time, however much happens. */
const GAP_MS = 900;
/** Also where nothing is heard of: to be sure. */
const USUAL_MS = 300_000;

interface Eyes {
  readonly look: () => Promise<Look>;
  readonly isHidden: () => boolean;
  /** Told what came of each look. */
  readonly tell: (look: Look) => void;
}

/**
 * Looks at the page anew when something has happened: at once, and then not again for a while; a page that nobody sees is
 * looked at when it is shown. What could not be had is tried again, with growing pauses.
 */
export class Looking {
  private readonly pauses = new Pauses(1_000, 30_000);
  private last = Date.now();
  private gap = GAP_MS;
  private planned: ReturnType<typeof setTimeout> | undefined;
  private looks = false;
  private wanted = false;
  private over = false;
  private usual: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly eyes: Eyes) {
    this.begin();
  }

  /** Something has happened. */
  want(): void {
    this.wanted = true;
    this.plan(this.last + this.gap - Date.now());
  }

  /** The page is shown again, or the connection is back: what waits is looked at now. */
  again(): void {
    this.pauses.over();
    if (!this.wanted) return;
    clearTimeout(this.planned);
    this.planned = undefined;
    this.plan(0);
  }

  /** Its person has signed in again: where there was nothing more to see, there is. */
  anew(): void {
    if (this.over) this.begin();
    this.want();
  }

  stop(): void {
    this.over = true;
    clearInterval(this.usual);
    clearTimeout(this.planned);
    this.planned = undefined;
  }

  private begin(): void {
    this.over = false;
    this.usual = setInterval(() => this.want(), USUAL_MS);
  }

  private plan(inMs: number): void {
    if (this.over || this.looks || this.eyes.isHidden()) return;
    this.planned ??= setTimeout(() => void this.now(), Math.max(0, inMs));
  }

  private async now(): Promise<void> {
    this.planned = undefined;
    this.last = Date.now();
    this.looks = true;
    this.wanted = false;
    const look = await this.eyes.look();
    this.looks = false;
    // A page that takes long to make is not asked for so often.
    this.gap = Math.max(GAP_MS, 2 * (Date.now() - this.last));
    this.eyes.tell(look);
    if (look.kind === 'over') return this.stop();
    if (look.kind === 'away') {
      this.wanted = true;
      return this.plan(this.pauses.next());
    }
    this.pauses.over();
    if (this.wanted) this.plan(this.last + this.gap - Date.now());
  }
}
