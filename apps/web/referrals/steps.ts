/** One page of questions of a referral. */
export interface Step {
  /** Last part of its address. */
  readonly name: string;
  readonly title: string;
  readonly command: 'openReferral' | 'recordReferralSource';
  /** Fields of the command that it asks for, in their order on the page. */
  readonly fields: readonly string[];
  /** Whether a referral can be opened without it. */
  readonly optional: boolean;
  readonly says?: string;
}

/** The questions, in their order. After them come the subjects, and a look at all answers. */
export const STEPS: readonly Step[] = [
  {
    name: 'about',
    title: 'What is referred',
    command: 'openReferral',
    fields: ['threatArea', 'leadForce', 'marking', 'codename', 'happenedAt'],
    optional: false,
  },
  {
    name: 'source',
    title: 'Who refers it',
    command: 'recordReferralSource',
    fields: ['source', 'anonymous', 'consent', 'contact'],
    optional: true,
    says: 'You can leave this page empty and record it later, until the referral is submitted.',
  },
  {
    name: 'grounds',
    title: 'Grounds',
    command: 'openReferral',
    fields: ['grounds', 'grade', 'handlingConditions'],
    optional: false,
  },
];

export const FIRST = STEPS[0] as Step;
export const stepNamed = (name: string): Step | undefined => STEPS.find((step) => step.name === name);

/** Where its author goes on after a step. */
export function after(step: Step): string {
  return STEPS[STEPS.indexOf(step) + 1]?.name ?? 'subjects';
}
