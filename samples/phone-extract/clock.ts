import { Random } from '../random';

/** The first day of the invented case, and the morning of its first raid: no message is outside. */
export const FROM = Date.UTC(2021, 5, 1);
export const UNTIL = Date.UTC(2021, 11, 2, 5);

const DAY = 86_400_000;
const SESSION = 8;
/** Few write between midnight and six: so much of the day's messages. */
const AT_NIGHT = 0.06;
const MORNING = DAY / 4;
/** The clocks go back. Nothing is sent in the hours whose local time comes twice, so that no local time is ambiguous. */
const TWICE_FROM = Date.UTC(2021, 9, 31);
const TWICE_UNTIL = Date.UTC(2021, 9, 31, 2);

/** When the messages of one thread were sent: in bursts, mostly by day, none before the one ahead of it. */
export class ThreadClock {
  constructor(
    private readonly seed: Random,
    private readonly from: number,
    private readonly until: number,
    private readonly messages: number,
  ) {}

  /** In milliseconds, whole seconds, in UTC. */
  at(nth: number): number {
    const session = Math.floor(nth / SESSION);
    const length = (this.until - this.from) / Math.ceil(this.messages / SESSION);
    const began = this.from + length * (session + this.chance(-1 - session) / 2);
    const step = Math.min(50_000, length / 2 / SESSION);
    return awake(began + step * ((nth % SESSION) + this.chance(nth)));
  }

  private chance(nth: number): number {
    return this.seed.fork(nth).next();
  }
}

function awake(evenly: number): number {
  const day = Math.floor(evenly / DAY) * DAY;
  const share = (evenly - day) / DAY;
  const shaped =
    share < AT_NIGHT ? (share / AT_NIGHT) * MORNING : MORNING + ((share - AT_NIGHT) / (1 - AT_NIGHT)) * (DAY - MORNING);
  const at = Math.floor((day + shaped) / 1000) * 1000;
  return at >= TWICE_FROM && at < TWICE_UNTIL ? TWICE_UNTIL : at;
}
