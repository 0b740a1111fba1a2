export interface EuropolMessage {
  readonly id: string;
  readonly direction: 'out' | 'in';
  /** When an answer is expected; `null` for one that expects none. It stays when the answer has come. */
  readonly dueAt: string | null;
  readonly answered: boolean;
  readonly reminded: boolean;
}

export interface EuropolState {
  readonly liaison: { readonly status: 'none' | 'open' | 'not-needed'; readonly messages: readonly EuropolMessage[] };
}

export const europol: EuropolState = { liaison: { status: 'none', messages: [] } };
