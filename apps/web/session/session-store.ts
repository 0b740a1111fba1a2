import session, { type SessionData } from 'express-session';
import type { SealedKeys } from './sealed-keys';

/**
 * Sessions end this long after the last page, or sign of life of a page that listens; the identity provider ends them earlier
 * where it wants to. A shift of twelve hours, with a hand-over before and after it.
 */
export const SESSION_SECONDS = 14 * 60 * 60;

/** Keeps the sessions of express-session with everything else that the pages remember. */
export class SessionStore extends session.Store {
  constructor(private readonly keys: SealedKeys) {
    super();
  }

  override get(sid: string, callback: (error: unknown, session?: SessionData | null) => void): void {
    this.keys.get<SessionData>(`session:${sid}`).then((found) => callback(null, found ?? null), callback);
  }

  override set(sid: string, data: SessionData, callback: (error?: unknown) => void = () => undefined): void {
    this.keys.put(`session:${sid}`, data, SESSION_SECONDS).then(() => callback(), callback);
  }

  override destroy(sid: string, callback: (error?: unknown) => void = () => undefined): void {
    Promise.all([this.keys.forget(`session:${sid}`), this.keys.forget(`tokens:${sid}`)]).then(
      () => callback(),
      callback,
    );
  }

  override touch(sid: string, _: SessionData, callback: () => void = () => undefined): void {
    keepSession(this.keys, sid).then(callback, callback);
  }
}

/** Has a session last from now on. */
export const keepSession = (keys: SealedKeys, sid: string): Promise<void> =>
  keys.touch(`session:${sid}`, SESSION_SECONDS);
