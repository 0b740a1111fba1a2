import type { Request } from 'express';
import type { Me } from '../../api/people/me.schema';
import type { Api } from '../api-client/api';

declare module 'express-session' {
  interface SessionData {
    /** Who has signed in. */
    person?: Me;
    /** Sign-ins that are under way, by their state. */
    signIns?: Record<string, SignIn>;
    /** Keys of the forms that were taken last: what was typed into them is needed no more. */
    taken?: readonly string[];
    /** Said once, on the next page. */
    notice?: Notice;
  }
}

export interface SignIn {
  readonly verifier: string;
  /** Where they wanted to go. */
  readonly to: string;
}

/** What is said on the page after an act. */
export interface Notice {
  readonly kind: 'success' | 'information' | 'warning';
  readonly text: string;
}

/** A request of somebody who has signed in. */
export interface WebRequest extends Request {
  me: Me;
  /** When its head had come, on the clock of this process. */
  receivedAt: number;
  api: Api;
  /** What a form says of whom it was made for: its reader. */
  formMark: string;
}
