import type { Grade } from '../../../../domain/operation/codes';
import { codeHint, codeText } from '../../words/codes';
import type { Row } from './card';

const PARTS = ['sourceEvaluation', 'intelligenceAssessment', 'handlingCode'] as const;
const LABELS = {
  sourceEvaluation: 'Source evaluation',
  intelligenceAssessment: 'Intelligence assessment',
  handlingCode: 'Handling code',
} as const;

/** A 3x5x2 grade in short: 1BP. */
export const gradeText = (grade: Grade): string => PARTS.map((part) => grade[part]).join('');

/** A 3x5x2 grade spelt out, part by part (College of Policing APP). */
export const gradeRows = (grade: Grade): readonly Row[] =>
  PARTS.map((part) => {
    const hint = codeHint(grade[part], part);
    const beside = hint === undefined ? {} : { beside: hint };
    return { label: LABELS[part], values: [{ text: codeText(grade[part], part), ...beside }] };
  });
