import type { Act, Draft } from './draft';
import type { ReferralForms } from './referral-forms';
import { STEPS } from './steps';

type Body = Readonly<Record<string, unknown>>;

/**
 * What a draft becomes: the opening, where it came from, and each subject with its other names and identifiers. The key of
 * each act says what it is of which draft, so that however often it is sent nothing is doubled.
 */
export async function actsOf(draft: Draft, referrals: ReferralForms): Promise<readonly Act[]> {
  const bodies = await Promise.all(
    STEPS.map(async (step) => [step, (await referrals.step(step, draft.steps[step.name] ?? {}, draft)).body] as const),
  );
  const of = (command: string): Body =>
    Object.assign({}, ...bodies.filter(([step]) => step.command === command).map(([, body]) => body)) as Body;
  const opening = of('openReferral');
  const { happenedAt } = opening;
  const when = happenedAt === undefined ? {} : { happenedAt };
  const source = of('recordReferralSource');
  const subjects = await Promise.all(
    draft.subjects.map(async (one) => actsOfSubject(draft.id, one.id, (await referrals.subject(one.typed)).body, when)),
  );
  return [
    { key: `${draft.id}:open`, command: 'openReferral', body: opening },
    ...(Object.keys(source).length === 0
      ? []
      : [{ key: `${draft.id}:source`, command: 'recordReferralSource' as const, body: { ...source, ...when } }]),
    ...subjects.flat(),
  ];
}

/** The body of what is about a subject says which once that is known. */
function actsOfSubject(draft: string, subject: string, body: Body, when: Body): readonly Act[] {
  const { aliases = [], identifiers = [], ...own } = body as { aliases?: unknown[]; identifiers?: Body[] };
  const key = `${draft}:${subject}`;
  return [
    { key, command: 'addSubject', subject, body: { ...own, ...when } },
    ...aliases.map((alias, nth): Act => ({
      key: `${key}:alias-${nth}`,
      command: 'addAlias',
      subject,
      body: { alias, ...when },
    })),
    ...identifiers.map((one, nth): Act => ({
      key: `${key}:identifier-${nth}`,
      command: 'addIdentifier',
      subject,
      body: { ...one, ...when },
    })),
  ];
}
