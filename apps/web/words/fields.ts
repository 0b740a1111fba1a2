import { humanise } from './humanise';

/** What fields are called where their name, written out, would not do. */
const LABELS: Readonly<Record<string, string>> = {
  happenedAt: 'When did this happen?',
  grade: '3x5x2 grade',
  sourceEvaluation: 'Source evaluation',
  intelligenceAssessment: 'Intelligence assessment',
  handlingCode: 'Handling code',
  codename: 'Code name',
  threatArea: 'Threat area',
  leadForce: 'Lead force',
  marking: 'Protective marking',
  replyWithinDays: 'Days until an answer is expected',
  dueOn: 'Due on',
  person: 'Person',
  to: 'To',
  from: 'From',
  country: 'Country',
  pence: 'Amount',
  benefitPence: 'Benefit from the conduct',
  pencePerDay: 'Hidden cost of one day',
  until: 'Until',
  court: 'Court',
  station: 'Police station',
  premises: 'Premises',
  material: 'Does it bear on the threat score?',
  positive: 'Is the decision positive?',
  granted: 'Was it granted?',
  consent: 'Does the person consent?',
  anonymous: 'Is the referral anonymous?',
  interim: 'Is it an interim order?',
  youthCourt: 'Was it made by the youth court?',
  of: 'Which decision?',
  in: 'In',
  aliases: 'Other names',
  about: 'About',
  type: 'Kind of event',
  mapping: 'How the file is read',
};

/** What a field is called. */
export const fieldLabel = (name: string): string => LABELS[name] ?? humanise(name);
