import type { LexiconTerm, LexiconTheme } from '../lexicon.schema';

/** Where terms come from. Guidance names the indicator; the words for it are ours in all languages. */
const SOURCES = {
  own: 'Project compilation',
  'home-office': 'Home Office, Modern Slavery: Statutory Guidance (Modern Slavery Act 2015 s. 49), annex of indicators',
  'ilo-debt': 'ILO, Operational indicators of trafficking (2009): debt bondage',
  'ilo-wages': 'ILO, Operational indicators of trafficking (2009): withholding of wages, low or no salary',
  'ilo-documents': 'ILO, Operational indicators of trafficking (2009): confiscation of documents',
  'ilo-threats': 'ILO, Operational indicators of trafficking (2009): violence or threats of it against the victim',
  'ilo-family': 'ILO, Operational indicators of trafficking (2009): violence or threats of it against the family',
  'ilo-isolation': 'ILO, Operational indicators of trafficking (2009): isolation, confinement or surveillance',
  'ilo-denounce': 'ILO, Operational indicators of trafficking (2009): threat of denunciation to authorities',
  'ilo-deceit': 'ILO, Operational indicators of trafficking (2009): deceptive recruitment',
  'ilo-tasks': 'ILO, Operational indicators of trafficking (2009): forced tasks or clients',
  glaa: 'GLAA, Spot the signs',
} as const;

/**
 * An entry, as in a dictionary: the term and, after commas, its other forms; its English meaning; its source; and `weak` for
 * an everyday word that signals little alone.
 */
export type Entry = readonly [written: string, meaning: string, source: keyof typeof SOURCES, weight?: 'weak'];

/** The terms of a language out of its entries by theme. */
export function termsOf(
  language: string,
  entries: Readonly<Record<LexiconTheme, readonly Entry[]>>,
): readonly LexiconTerm[] {
  return (Object.keys(entries) as LexiconTheme[]).flatMap((theme) =>
    entries[theme].map(([written, meaning, source, weight]) => {
      const [term = '', ...forms] = written.split(', ');
      return {
        language,
        term,
        ...(forms.length === 0 ? {} : { forms }),
        theme,
        meaning,
        source: SOURCES[source],
        ...(weight === undefined ? {} : { weight }),
      };
    }),
  );
}
