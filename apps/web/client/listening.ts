import { Stream, type Heard, type Told } from './stream.js';

/** What one tab of a browser tells the others, of the same person. */
interface Passed {
  readonly person: string;
  readonly heard: Heard;
}
/** Asked by a tab that has just come. */
interface Hello {
  readonly hello: string;
}

const NAME = 'waymark-live';
/** Tabs that hear nothing from the one that listens, which may sleep, listen for themselves. */
const SILENCE_MS = 20_000;
/** What happened while a page was on its way is told to it when it has come. */
const RECENT_MS = 60_000;
const MOST_RECENT = 200;
/** The last event heard in this browser is gone on after, unless that is long ago: then the page is looked at instead. */
const FORGOTTEN_MS = 600_000;

/**
 * Hears what happens. One tab of a browser listens for all of them, so that many tabs do not use up the connections that a browser has for
 * one site; when it is closed, another one goes on after the last event. A browser that cannot do that listens in each tab
 * that is shown.
 */
export class Listening {
  private readonly channel = 'BroadcastChannel' in window ? new BroadcastChannel(NAME) : undefined;
  private own: Stream | undefined;
  /** Told what this page hears by a stream of its own. */
  private also: (heard: Heard) => void = () => undefined;
  private leads = false;
  private heardAt = Date.now();
  private state: Heard = { kind: 'away' };
  private recent: { readonly at: number; readonly told: Told }[] = [];

  constructor(
    private readonly person: string,
    private readonly hear: (heard: Heard) => void,
  ) {
    if (this.channel && 'locks' in navigator) this.together(this.channel);
    else this.alone();
  }

  private together(channel: BroadcastChannel): void {
    channel.addEventListener('message', ({ data }: MessageEvent<Passed | Hello>) => this.receive(data));
    channel.postMessage({ hello: this.person } satisfies Hello);
    // Whoever holds the lock listens, until its tab is closed or its session is over.
    void navigator.locks.request(NAME, () => this.lead());
    window.setInterval(() => this.fend(), 5_000);
    document.addEventListener('visibilitychange', () => this.fend());
  }

  private lead(): Promise<void> {
    this.leads = true;
    return new Promise((resolve) => {
      this.listen((heard) => {
        this.pass(heard);
        if (heard.kind !== 'ended') return;
        this.leads = false;
        resolve();
      });
    });
  }

  private receive(data: Passed | Hello): void {
    if ('hello' in data) {
      if (data.hello !== this.person) this.ask();
      else if (this.leads) this.greet();
      return;
    }
    if (data.person !== this.person) return;
    this.heardAt = Date.now();
    if (!this.leads) this.leave();
    this.note(data.heard);
    this.hear(data.heard);
  }

  /** Somebody else seems to have signed in with this browser: a stream that is opened now says whose session it is. */
  private ask(): void {
    if (this.own) this.listen(this.also);
  }

  /** Tells a tab that has just come how things stand, and what happened while its page was on its way. */
  private greet(): void {
    this.pass(this.state.kind === 'here' ? { ...this.state, missed: this.recent.length >= MOST_RECENT } : this.state);
    const since = Date.now() - RECENT_MS;
    for (const { at, told } of this.recent) if (at >= since) this.pass({ kind: 'told', told });
  }

  private pass(heard: Heard): void {
    this.channel?.postMessage({ person: this.person, heard } satisfies Passed);
  }

  /** Listens for itself while nobody does. */
  private fend(): void {
    const isSilent = Date.now() - this.heardAt > SILENCE_MS;
    if (!this.leads && !this.own && isSilent && !document.hidden) this.listen(() => undefined);
  }

  private alone(): void {
    const shown = () => (document.hidden ? this.leave() : this.listen(() => undefined));
    document.addEventListener('visibilitychange', shown);
    shown();
  }

  private listen(also: (heard: Heard) => void): void {
    this.own?.close();
    this.also = also;
    const from = remembered();
    // The page came before the stream began: what happened in between is missed, unless it is known where to go on.
    let isFirst = from === undefined;
    this.own = new Stream(from, (said, id) => {
      if (id !== undefined) remember(id);
      if (said.kind === 'here' && said.person !== this.person) return this.strange();
      const heard = said.kind === 'here' && isFirst ? { ...said, missed: true } : said;
      if (heard.kind === 'here') isFirst = false;
      this.note(heard);
      also(heard);
      this.hear(heard);
    });
  }

  /** Somebody else has signed in with this browser: this page is not theirs. */
  private strange(): void {
    this.leave();
    this.also({ kind: 'ended' });
    this.hear({ kind: 'ended' });
  }

  private note(heard: Heard): void {
    if (heard.kind === 'told') this.recent = [...this.recent, { at: Date.now(), told: heard.told }].slice(-MOST_RECENT);
    else if (heard.kind !== 'beat') this.state = heard;
  }

  private leave(): void {
    this.own?.close();
    this.own = undefined;
  }
}

function remember(id: string): void {
  try {
    localStorage.setItem(NAME, JSON.stringify({ id, at: Date.now() }));
  } catch {
    // Without it, a page is looked at once more when another tab begins to listen.
  }
}

function remembered(): string | undefined {
  try {
    const { id, at } = JSON.parse(localStorage.getItem(NAME) ?? '{}') as { id?: string; at?: number };
    return Date.now() - (at ?? 0) < FORGOTTEN_MS ? id : undefined;
  } catch {
    return undefined;
  }
}
