/** Stands in every product and export. */
export const PRODUCT_NOTE =
  'Machine translation is intelligence, not evidence. What goes to court needs a qualified translator.';
/** Stands beside every English that is only a gloss. */
export const GLOSS_NOTE = 'gloss, not a translation';

/** What the English of a message is. */
export const ENGLISH_KINDS = ['translation', 'gloss', 'original', 'none'] as const;
export type EnglishKind = (typeof ENGLISH_KINDS)[number];

/** For people. */
export const ENGLISH_KIND_WORDS: Readonly<Record<EnglishKind, string>> = {
  translation: 'machine translation',
  gloss: GLOSS_NOTE,
  original: 'kept as written',
  none: 'not translated',
};

/** One message of a phone extract as a product shows it. */
export interface ProductRow {
  /** Its place in the extract, from 1. */
  readonly row: number;
  readonly thread: string | null;
  readonly sender: string | null;
  readonly recipient: string | null;
  /** RFC 3339 in UTC; null where the extract’s time cannot be read. */
  readonly sentAt: string | null;
  readonly direction: 'in' | 'out' | null;
  /** As detection names it (see `languages.ts`); null where it was not looked at. */
  readonly language: string | null;
  /** As it was written. */
  readonly original: string;
  /** What the provider made of it; null where nothing was. */
  readonly english: string | null;
  /** `original`: it is English, or holds nothing to translate; `none`: it is not translated. */
  readonly kind: EnglishKind;
  readonly provider: string | null;
  /** English that a person put in the place of the provider’s. */
  readonly correction: string | null;
  readonly correctedBy: string | null;
  readonly flags: readonly { readonly theme: string; readonly term: string }[];
  readonly entities: readonly { readonly kind: string; readonly value: string }[];
  readonly media: string | null;
  /** What is wrong with the row of the extract, in a sentence for people. */
  readonly problem: string | null;
}

/** Numbers of messages. */
export interface ProductCounts {
  /** In the whole extract. */
  readonly messages: number;
  /** That the filters leave; the counts below are of these. */
  readonly selected: number;
  readonly translated: number;
  readonly glossed: number;
  readonly keptAsWritten: number;
  readonly notTranslated: number;
  readonly corrected: number;
}

/** What a product says of itself. */
export interface ProductHeader {
  /** The operation’s reference. */
  readonly operation: string;
  /** Identifier of the translation. */
  readonly translation: string;
  /** Protective marking, such as OFFICIAL-SENSITIVE: at the head and foot of each page. */
  readonly marking: string;
  readonly exhibit: string | null;
  /** Of the extract as it was seized, hexadecimal. */
  readonly sha256: string;
  /** RFC 3339 in UTC. */
  readonly generatedAt: string;
  readonly providers: readonly string[];
  readonly counts: ProductCounts;
  /** In words, one for each; none: all messages. */
  readonly filters: readonly string[];
}

/** What a product says of itself, as lines of a label and a value, in the order in which they are shown. */
export function headerLines(header: ProductHeader): readonly (readonly [label: string, value: string])[] {
  const { counts } = header;
  const number = (count: number) => count.toLocaleString('en-GB');
  return [
    ['Marking', header.marking],
    ['Operation', header.operation],
    ['Translation', header.translation],
    ['Exhibit', header.exhibit ?? 'not given'],
    ['SHA-256 of the original', header.sha256],
    ['Generated at', header.generatedAt],
    [
      'Put into English by',
      header.providers.length > 0 ? header.providers.join(', ') : 'nothing was sent to a provider',
    ],
    ['Messages in the extract', number(counts.messages)],
    ['Selected by', header.filters.length > 0 ? header.filters.join('; ') : 'no filter: all messages'],
    ['Messages selected', number(counts.selected)],
    ['Of these, machine translation', number(counts.translated)],
    [`Of these, ${GLOSS_NOTE}`, number(counts.glossed)],
    ['Of these, kept as written', number(counts.keptAsWritten)],
    ['Of these, not translated', number(counts.notTranslated)],
    ['Of these, corrected by a person', number(counts.corrected)],
    ['Note', PRODUCT_NOTE],
    ...(counts.glossed > 0
      ? [['Note', `Where a message says “${GLOSS_NOTE}”, its English is word by word from a dictionary.`] as const]
      : []),
  ];
}

/** Columns of a product as a table, and what each holds of a row. */
export const PRODUCT_COLUMNS: readonly {
  readonly title: string;
  readonly of: (row: ProductRow) => string | number | null;
}[] = [
  { title: 'Row', of: ({ row }) => row },
  { title: 'Thread', of: ({ thread }) => thread },
  { title: 'Sent at (UTC)', of: ({ sentAt }) => sentAt },
  { title: 'Sender', of: ({ sender }) => sender },
  { title: 'Recipient', of: ({ recipient }) => recipient },
  { title: 'Direction', of: ({ direction }) => direction },
  { title: 'Language', of: ({ language }) => language },
  { title: 'Original', of: ({ original }) => original },
  { title: 'English', of: ({ english }) => english },
  { title: 'What the English is', of: ({ kind }) => ENGLISH_KIND_WORDS[kind] },
  { title: 'Corrected English', of: ({ correction }) => correction },
  { title: 'Corrected by', of: ({ correctedBy }) => correctedBy },
  { title: 'Flags', of: ({ flags }) => flags.map(({ theme, term }) => `${theme}: ${term}`).join('; ') },
  { title: 'Found in it', of: ({ entities }) => entities.map(({ kind, value }) => `${kind}: ${value}`).join('; ') },
  { title: 'Media', of: ({ media }) => media },
  { title: 'Provider', of: ({ provider }) => provider },
  { title: 'Problem', of: ({ problem }) => problem },
];
