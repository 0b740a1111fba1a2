import { z } from 'zod';
import { plainText } from '../text/text.schema';
import { termKey, termProblem } from './lexicon-term';

/** What a term can be a sign of. Their order is that of pages. */
export const LEXICON_THEMES = ['money', 'movement', 'control', 'adverts', 'documents'] as const;
export type LexiconTheme = (typeof LEXICON_THEMES)[number];

/** A weak term is an everyday word that signals little alone. */
export const TERM_WEIGHTS = ['strong', 'weak'] as const;
export type TermWeight = (typeof TERM_WEIGHTS)[number];

const language = z
  .string()
  .regex(/^[a-z]{2}$/, 'Write the language by its two letters (ISO 639-1), as “hu”.')
  .describe('ISO 639-1');

const writtenTerm = plainText(80).superRefine((term, context) => {
  const problem = termProblem(term);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

/** One term of a lexicon, with what it means and where it comes from. */
export const lexiconTerm = z
  .strictObject({
    language,
    term: writtenTerm.describe(
      'One word or several. “*” at the end of a word: whatever endings. Case, accents and (for Cyrillic) Latin letters need no terms of their own',
    ),
    forms: z.array(writtenTerm).max(40).optional().describe('Other spellings and inflections, written as terms are'),
    theme: z.enum(LEXICON_THEMES),
    meaning: plainText(200).describe('In English, for people'),
    source: plainText(200).describe('Where it comes from: a compilation, or the guidance whose indicator it follows'),
    weight: z
      .enum(TERM_WEIGHTS)
      .optional()
      .describe('Absent: strong. Weak: an everyday word that signals little alone'),
  })
  .meta({ id: 'LexiconTerm' });
export type LexiconTerm = z.output<typeof lexiconTerm>;

const named = { name: plainText(80), version: plainText(40) };

/** The words that messages are searched for. It is kept in versions: what a search was made with is kept with it. */
export const lexicon = z
  .strictObject({ ...named, terms: z.array(lexiconTerm).max(20_000) })
  .superRefine(({ terms }, context) => {
    const seen = new Set<string>();
    terms.forEach((term, at) => {
      const key = termKey(term);
      if (seen.has(key))
        context.addIssue({
          code: 'custom',
          message: `“${term.term}” is in it twice: keep one.`,
          path: ['terms', at, 'term'],
        });
      seen.add(key);
    });
  })
  .meta({ id: 'Lexicon' });
export type Lexicon = z.output<typeof lexicon>;

/** A force's own lexicon, as what it adds to the one that Waymark brings and what it withdraws from it. */
export const lexiconChanges = z
  .strictObject({
    ...named,
    added: z.array(lexiconTerm).max(5_000).describe('A term that the base has too takes its place'),
    withdrawn: z
      .array(z.strictObject({ language, term: plainText(80), reason: plainText(400) }))
      .max(5_000)
      .describe('Terms of the base, as it writes them'),
  })
  .meta({ id: 'LexiconChanges' });
export type LexiconChanges = z.output<typeof lexiconChanges>;
