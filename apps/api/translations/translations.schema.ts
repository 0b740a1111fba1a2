import { z } from 'zod';
import { ENGLISH_KINDS } from '../../../domain/translation/product-row';
import { LEXICON_THEMES, TERM_WEIGHTS } from '../../../domain/translation/lexicon.schema';
import { PROVIDER_IDS } from '../../../domain/translation/provider-ids';
import { ENTITY_KINDS } from '../../../domain/translation/texts/entities';
import { plainText } from '../../../domain/text/text.schema';
import { cursor, cursorCodec, limit } from '../http/cursor';

export const TRANSLATION_STATES = [
  'recognising',
  'to-confirm',
  'reading',
  'understanding',
  'translating',
  'translated',
  'failed',
  'cancelled',
  'erased',
] as const;

const count = (description: string) => z.int().describe(description);

const translationFields = {
  id: z.string().describe('As OP-2026-000001.T1'),
  file: z.string().describe('That holds the extract'),
  language: z.string().describe('That it is said to be in'),
  priority: z.enum(['enforcement-day', 'usual']),
  state: z.enum(TRANSLATION_STATES).describe('`to-confirm`: a person has to say how it is read'),
  paused: z.boolean(),
  problem: z.string().nullable().describe('Why it failed or what it waits for, and what to do'),
  providers: z.array(z.enum(PROVIDER_IDS)).nullable(),
  lexicon: z.string().nullable().describe('Version of the words that it was searched for'),
  bytes: count('Of the file'),
  bytesRead: count('So far'),
  rows: count('Read so far'),
  texts: count('Different texts that were looked at'),
  units: count('Different texts, or parts of them, to be put into English'),
  unitsDone: count('Of these, that have their English'),
  remembered: count('Of these, that were known from before and cost nothing'),
  characters: count('Of all that is to be put into English'),
  charactersDone: count('Of what is done'),
  secondsLeft: z.int().nullable().describe('At the rate so far; null where nothing can be said yet'),
  peakMemory: z.int().nullable().describe('Of the process that worked on it, in bytes'),
  madeAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
};

export const translationSummary = z.object(translationFields).meta({ id: 'TranslationSummary' });
export type TranslationSummary = z.output<typeof translationSummary>;

export const translationList = z
  .object({ items: z.array(translationSummary) })
  .meta({ id: 'TranslationList', description: 'The newest first' });
export type TranslationList = z.output<typeof translationList>;

const shownMessage = z.object({
  row: z.int().describe('Its place in the file, from 1'),
  thread: z.string().nullable(),
  sender: z.string().nullable(),
  recipient: z.string().nullable(),
  sentAt: z.iso.datetime().nullable(),
  timeWritten: z.string().nullable().describe('As the extract writes it'),
  direction: z.enum(['in', 'out']).nullable(),
  text: z.string(),
  media: z.string().nullable(),
  problem: z.string().nullable(),
});

export const translation = z
  .object({
    ...translationFields,
    recognised: z
      .object({
        mapping: z.record(z.string(), z.unknown()).describe('How it seems to be read: correct it and confirm it'),
        isConfirmedBefore: z
          .boolean()
          .describe('Somebody of the force has confirmed a file with the same columns: the mapping is theirs'),
        header: z.array(z.string()).describe('Its columns or keys'),
        asks: z.array(z.string()).describe('What a person has to say before it can be read'),
        sample: z.array(shownMessage).describe('The first messages, as they would be read'),
      })
      .nullable(),
    costs: z
      .array(
        z.object({
          provider: z.enum(PROVIDER_IDS),
          characters: z.int().describe('That were surely charged'),
          pence: z.number().describe('For these'),
          perhapsCharacters: z.int().describe('That were sent and never answered, and may have been charged'),
        }),
      )
      .describe('By provider'),
  })
  .meta({ id: 'Translation', description: 'A phone extract on its way into English' });
export type Translation = z.output<typeof translation>;

export const productRow = z
  .object({
    row: z.int().describe('Its place in the extract, from 1'),
    thread: z.string().nullable(),
    sender: z.string().nullable(),
    recipient: z.string().nullable(),
    sentAt: z.iso.datetime().nullable().describe('Null where the extract’s time cannot be read'),
    timeWritten: z.string().nullable(),
    direction: z.enum(['in', 'out']).nullable(),
    language: z.string().nullable().describe('`und`: not known; `zxx`: nothing to translate'),
    original: z.string().describe('As it was written'),
    english: z.string().nullable(),
    kind: z
      .enum(ENGLISH_KINDS)
      .describe('What the English is; `gloss`: word by word from a dictionary, and no translation'),
    provider: z
      .enum([...PROVIDER_IDS, 'person'])
      .nullable()
      .describe('`person`: the force’s own correction of an earlier phone'),
    correction: z.string().nullable().describe('English that a person put in the place of the provider’s'),
    correctedBy: z.string().nullable(),
    damaged: z.array(z.string()).describe('What should have survived unchanged and did not: look at the original'),
    flags: z.array(
      z.object({
        theme: z.enum(LEXICON_THEMES),
        term: z.string(),
        language: z.string(),
        start: z.int(),
        end: z.int(),
        weight: z.enum(TERM_WEIGHTS),
        meaning: z.string(),
      }),
    ),
    entities: z.array(
      z.object({
        kind: z.enum(ENTITY_KINDS),
        start: z.int(),
        end: z.int(),
        written: z.string(),
        value: z.string(),
      }),
    ),
    media: z.string().nullable(),
    problem: z.string().nullable().describe('What is wrong with the row'),
  })
  .meta({ id: 'TranslatedMessage' });
export type TranslatedMessage = z.output<typeof productRow>;

const selection = {
  thread: z.string().min(1).max(400).optional(),
  person: z.string().min(1).max(400).optional().describe('Sender or recipient, as the extract writes them'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  flag: z.enum(LEXICON_THEMES).optional().describe('Theme of the lexicon'),
  from: z.iso.datetime().optional().describe('Sent at this moment or later'),
  to: z.iso.datetime().optional().describe('Sent before this moment'),
  search: z.string().min(2).max(200).optional().describe('In the original or the English, whatever its case'),
};
export const messagesQuery = z.strictObject({ ...selection, limit, cursor });
export type MessagesQuery = z.output<typeof messagesQuery>;
export const productQuery = z.strictObject({ ...selection, format: z.enum(['csv', 'xlsx', 'pdf']).default('csv') });
export type ProductQuery = z.output<typeof productQuery>;
/** Which rows of a product are wanted. */
export type Selection = Omit<ProductQuery, 'format'>;
export const messagesCursor = cursorCodec(z.int().min(0).max(2_000_000_000));

export const correction = z
  .strictObject({ english: plainText(20_000).describe('What the message says, in English') })
  .meta({ id: 'Correction' });
export type Correction = z.output<typeof correction>;

export const messagePage = z
  .object({
    note: z.string().describe('Stands in every product'),
    items: z.array(productRow),
    next: z.string().nullable().describe('Address of the next page'),
  })
  .meta({ id: 'TranslatedMessagePage', description: 'In the order of the extract' });
export type MessagePage = z.output<typeof messagePage>;
