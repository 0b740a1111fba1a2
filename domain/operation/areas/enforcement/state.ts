export interface EnforcementState {
  readonly plan: { readonly by: string; readonly premises: readonly string[] } | null;
}

export const enforcement: EnforcementState = { plan: null };
