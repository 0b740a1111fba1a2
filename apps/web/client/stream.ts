import { Pauses } from './pauses.js';

/** Something that has happened in an operation. */
export interface Told {
  readonly reference: string;
  readonly sequence: number;
  readonly type: string;
  readonly actor: string;
}

/** What a page hears. */
export type Heard =
  /** From here on everything is heard. `missed`: what happened before may not have been. */
  | { readonly kind: 'here'; readonly person: string; readonly missed: boolean }
  /** A sign of life. */
  | { readonly kind: 'beat' }
  | { readonly kind: 'away' }
  /** The session is over. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'told'; readonly told: Told };

/** Three signs of life that did not come. */
const SILENCE_MS = 16_000;

/**
 * One stream of what happens, for ever: opened anew, with growing pauses, whenever it breaks off or falls silent, and going on
 * after the last event that came.
 */
export class Stream {
  private source: EventSource | undefined;
  private readonly pauses = new Pauses(500, 10_000);
  private planned: number | undefined;
  private aliveAt = Date.now();
  private doubted = false;
  private readonly watching: number;

  constructor(
    /** Identifier of the event to go on after. */
    private last: string | undefined,
    private readonly hear: (heard: Heard, id: string | undefined) => void,
  ) {
    this.watching = window.setInterval(() => this.watch(), 4_000);
    addEventListener('offline', this.offline);
    addEventListener('online', this.online);
    this.open();
  }

  close(): void {
    window.clearInterval(this.watching);
    window.clearTimeout(this.planned);
    removeEventListener('offline', this.offline);
    removeEventListener('online', this.online);
    this.source?.close();
  }

  private open(): void {
    this.planned = undefined;
    this.aliveAt = Date.now();
    const source = new EventSource(this.last === undefined ? '/live' : `/live?after=${this.last}`);
    this.source = source;
    const on = (type: string, act: (message: MessageEvent<string>) => void) =>
      source.addEventListener(type, (message: MessageEvent<string>) => {
        this.aliveAt = Date.now();
        if (message.lastEventId) this.last = message.lastEventId;
        act(message);
      });
    on('here', ({ data }) => {
      this.pauses.over();
      this.doubted = false;
      this.say({ kind: 'here', ...(JSON.parse(data) as { person: string; missed: boolean }) });
    });
    on('beat', () => this.say({ kind: 'beat' }));
    on('away', () => this.say({ kind: 'away' }));
    on('ended', () => this.over());
    on('message', ({ data }) => this.say({ kind: 'told', told: JSON.parse(data) as Told }));
    source.addEventListener('error', () => this.again());
  }

  /** The session that the stream was opened in may have given way to another of the same person: asked once more. */
  private over(): void {
    if (this.doubted) {
      this.close();
      return this.say({ kind: 'ended' });
    }
    this.doubted = true;
    this.source?.close();
    this.open();
  }

  private again(): void {
    this.source?.close();
    if (this.planned !== undefined) return;
    this.say({ kind: 'away' });
    this.planned = window.setTimeout(() => this.open(), this.pauses.next());
  }

  /** Also after the computer has slept. */
  private watch(): void {
    if (this.planned === undefined && Date.now() - this.aliveAt > SILENCE_MS) this.again();
  }

  private readonly offline = () => this.again();
  private readonly online = () => {
    this.pauses.over();
    window.clearTimeout(this.planned);
    this.source?.close();
    this.open();
  };

  private say(heard: Heard): void {
    this.hear(heard, this.last);
  }
}
