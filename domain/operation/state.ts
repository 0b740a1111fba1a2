import { access, type AccessState } from './areas/access/state';
import { assessment, type AssessmentState } from './areas/assessment/state';
import { closure, type ClosureState } from './areas/closure/state';
import { enforcement, type EnforcementState } from './areas/enforcement/state';
import { europol, type EuropolState } from './areas/europol/state';
import { files, type FilesState } from './areas/files/state';
import { intelligence, type IntelligenceState } from './areas/intelligence/state';
import { merging, type MergingState } from './areas/merging/state';
import { orders, type OrdersState } from './areas/orders/state';
import { people, type PeopleState } from './areas/people/state';
import { proceedings, type ProceedingsState } from './areas/proceedings/state';
import { products, type ProductsState } from './areas/products/state';
import { referral, type ReferralState } from './areas/referral/state';
import { safeguarding, type SafeguardingState } from './areas/safeguarding/state';
import { texts, type TextsState } from './areas/texts/state';
import type { Stage } from './codes';

export type { EuropolMessage } from './areas/europol/state';
export type { Subject } from './areas/people/state';
export type { Suspect, SuspectStatus } from './areas/proceedings/state';

/** Raised whenever the shape of the state changes; a stored snapshot of another version is folded anew from events. */
export const FOLD_VERSION = 6;

/** One operation, folded from its timeline. Plain JSON: identifiers, codes, dates and references to texts. */
export interface OperationState
  extends
    ReferralState,
    AssessmentState,
    MergingState,
    PeopleState,
    IntelligenceState,
    ProductsState,
    EuropolState,
    EnforcementState,
    ProceedingsState,
    SafeguardingState,
    OrdersState,
    ClosureState,
    TextsState,
    FilesState,
    AccessState {
  readonly reference: string;
  readonly sequence: number;
  readonly stage: Stage | 'unopened';
  /** Earliest moment of all the operation's clocks. */
  readonly nextDueAt: string | null;
}

/** The state before the first event. */
export function unopened(reference: string): OperationState {
  return {
    reference,
    sequence: 0,
    stage: 'unopened',
    ...referral,
    ...assessment,
    ...merging,
    ...people,
    ...intelligence,
    ...products,
    ...europol,
    ...enforcement,
    ...proceedings,
    ...safeguarding,
    ...orders,
    ...files,
    ...closure,
    ...texts,
    ...access,
    nextDueAt: null,
  };
}
