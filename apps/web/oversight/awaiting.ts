import { AWAITABLE, WAITS, type Awaiting } from '../../../domain/operation/awaiting';
import type { CommandName } from '../../../domain/operation/command-schemas';
import { lifecycle, type LifecycleRow } from '../../../domain/operation/lifecycle.v1';
import { mayGive } from '../../../domain/access/rules';
import type { Me } from '../../api/people/me.schema';

/** What operations wait for, as people say it. */
const TEXTS: Readonly<Record<Awaiting, string>> = {
  'referral-answers': 'Answers to questions about the referral',
  'threat-score-confirmation': 'A second person to confirm the threat score',
  'threat-score-renewal': 'A new threat score',
  'tasking-decision': 'The tasking decision',
  authorisation: 'An authorisation to be granted',
  'extract-confirmation': 'A person to confirm how an extract is read',
  'translation-review': 'The review of a translation',
  'package-sign-off': 'A second person to sign off the package',
  'media-investigator': 'A digital media investigator',
  'disclosure-decision': 'A disclosure decision',
  'rollback-approval': 'A second person to approve a rollback',
  'reopening-approval': 'A second person to approve a reopening',
  merge: 'A merge to end',
};
export const AWAITED = AWAITABLE.map((value) => ({ value, text: TEXTS[value] }));

/** What a row waits for, in words, with the acts that its reader's roles allow to end it. */
export function awaited(codes: readonly Awaiting[], me: Me) {
  return codes.map((code) => {
    const endedBy: readonly CommandName[] = WAITS[code].endedBy;
    return {
      ...{ code, text: TEXTS[code] },
      acts: endedBy.filter((command) => mayGive(me, (lifecycle[command] as LifecycleRow).roles)),
    };
  });
}
