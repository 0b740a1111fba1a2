import type { EUROPOL_REQUESTS } from '../../codes';

export interface EuropolMessage {
  readonly id: string;
  readonly direction: 'out' | 'in';
  /** When an answer is expected; `null` for one that expects none. It stays when the answer has come. */
  readonly dueAt: string | null;
  readonly answered: boolean;
  readonly reminded: boolean;
}

/** A joint investigation, a letter of request or a surrender, from its asking to its decision. */
export interface EuropolRequest {
  readonly id: string;
  readonly kind: (typeof EUROPOL_REQUESTS)[number];
  readonly country: string;
  readonly subject: string | null;
  readonly status: 'made' | 'granted' | 'refused';
}

/** Whether a request obliges us to surrender somebody. */
export const isSurrenderGranted = ({ kind, status }: EuropolRequest): boolean =>
  kind === 'surrender-by-us' && status === 'granted';

export interface EuropolState {
  readonly liaison: { readonly status: 'none' | 'open' | 'not-needed'; readonly messages: readonly EuropolMessage[] };
  readonly europolRequests: readonly EuropolRequest[];
}

export const europol: EuropolState = { liaison: { status: 'none', messages: [] }, europolRequests: [] };
