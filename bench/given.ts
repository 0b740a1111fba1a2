/** What openings say. */
export const REFERRAL = {
  threatArea: 'modern-slavery-human-trafficking',
  leadForce: 'norfolk',
  marking: 'OFFICIAL',
  grade: { sourceEvaluation: '2', intelligenceAssessment: 'C', handlingCode: 'P' },
  grounds: 'Invented grounds, as long as a short referral: several people at one address, one of whom speaks for all.',
};

/**
 * The command that is measured. It carries a text, as most do, and replaces what it said before, so that the hundredth
 * finds an operation as large as the first did.
 */
export const COMMAND = 'recordSafeguardingPlan';
export const commandBody = (victim: string) => ({
  subject: victim,
  plan:
    'Invented plan: reception centre ready from six in the morning, an interpreter and a support worker present, ' +
    'medical attention first, no questions before rest; transport apart from the suspects; a single point of contact ' +
    'for the days that follow, and a review by the end of the first week.',
});
