import { z } from 'zod';
import { HeldText } from '../../../text/text';
import { text } from '../../../text/text.schema';
import { extractMapping } from '../../../translation/extract-mapping.schema';
import { PROVIDER_IDS } from '../../../translation/provider-ids';
import { PRODUCTS, TRANSLATION_OUTCOMES, TRANSLATION_PRIORITIES } from '../../codes';
import { REFERENCE_FORM } from '../../reference';
import { day, idOf, nothing, personId } from '../fields.schema';

const product = z.enum(PRODUCTS).meta({ 'x-of': 'products' });

const TRANSLATION = new RegExp(`^${REFERENCE_FORM}\\.T[1-9]\\d{0,3}$`);
const reportedTranslation = z.string().regex(TRANSLATION).meta({ 'x-of': 'reported-translations' });

export const completeProduct = z
  .strictObject({
    product,
    summary: text(4000, 'What the product found'),
    translation: reportedTranslation
      .describe('Translated phone that the product rests on, such as a network on its contacts, as OP-2026-000001.T1')
      .optional(),
  })
  .meta({ id: 'CompleteProduct' });

export const withdrawProduct = z
  .strictObject({ product, reason: text(2000, 'Why the product is no longer wanted') })
  .meta({ id: 'WithdrawProduct' });

export const requestTranslation = z
  .strictObject({
    language: z
      .string()
      .regex(/^[a-z]{2,3}$/)
      .describe('ISO 639 code of the language of the extract'),
    extract: text(500, 'Which phone extract, by exhibit reference'),
    file: idOf('files', 'F', 'File of the extract; without one, a qualified translator is asked for').optional(),
    priority: z
      .enum(TRANSLATION_PRIORITIES)
      .optional()
      .describe('Phones of an enforcement day are worked on before all others'),
  })
  .meta({ id: 'RequestTranslation' });

const translation = z
  .string()
  .regex(TRANSLATION)
  .describe('Translation of a file of this operation, as OP-2026-000001.T1')
  .meta({ 'x-of': 'translations' });

export const confirmExtract = z
  .strictObject({
    translation,
    // It may name whose phone it is, so it is kept as texts are.
    mapping: extractMapping
      .transform((mapping) => new HeldText(JSON.stringify(mapping)))
      .describe('How the file is read, as it was recognised, corrected by a person'),
    providers: z
      .array(z.enum(PROVIDER_IDS))
      .min(1)
      .max(PROVIDER_IDS.length)
      .nullable()
      .default(null)
      .describe('Who may be sent its messages; null: only what runs on the force’s own machines'),
  })
  .meta({ id: 'ConfirmExtract' });

export const pauseTranslation = z.strictObject({ translation }).meta({ id: 'PauseTranslation' });

export const resumeTranslation = z.strictObject({ translation }).meta({ id: 'ResumeTranslation' });

export const cancelTranslation = z
  .strictObject({ translation, reason: text(2000, 'Why it is called off') })
  .meta({ id: 'CancelTranslation' });

export const reviewTranslation = z
  .strictObject({
    translation,
    findings: text(4000, 'What the review found: of the language, of the English, of the flags'),
  })
  .meta({ id: 'ReviewTranslation' });

export const requestQualifiedTranslation = z
  .strictObject({
    translation: reportedTranslation.describe('Translation that was reported, as OP-2026-000001.T1'),
    messages: text(4000, 'Which messages are wanted for court, by their rows'),
    translator: text(300, 'Qualified translator, or agency'),
    dueOn: day.describe('Day by which it is to be back'),
  })
  .meta({ id: 'RequestQualifiedTranslation' });

const qualifiedRequest = idOf('qualified-translations', 'C', 'Request to a qualified translator');

export const recordQualifiedTranslation = z
  .strictObject({
    request: qualifiedRequest,
    file: idOf('files', 'F', 'File that holds the translation'),
    statement: text(
      2000,
      'Statement of the translator (Criminal Justice Act 1967 s. 9): who, of what day, which exhibit',
    ),
  })
  .meta({ id: 'RecordQualifiedTranslation' });

export const withdrawQualifiedTranslation = z
  .strictObject({ request: qualifiedRequest, reason: text(2000, 'Why it is no longer wanted') })
  .meta({ id: 'WithdrawQualifiedTranslation' });

export const reportTranslation = z
  .strictObject({
    translation: z.string().max(64),
    outcome: z.enum(TRANSLATION_OUTCOMES),
  })
  .meta({ id: 'ReportTranslation' });

export const submitPackage = z
  .strictObject({ summary: text(4000, 'What the package says and recommends') })
  .meta({ id: 'SubmitPackage' });

export const signOffPackage = nothing.meta({ id: 'SignOffPackage' });

export const recallPackage = z
  .strictObject({ reason: text(2000, 'Why the signed-off package is recalled') })
  .meta({ id: 'RecallPackage' });

export const addProduct = z
  .strictObject({ product: z.enum(PRODUCTS), reason: text(2000, 'Why this product is wanted as well') })
  .meta({ id: 'AddProduct' });

export const setProductTask = z
  .strictObject({ product, person: personId, what: text(2000, 'What is to be done'), dueOn: day })
  .meta({ id: 'SetProductTask' });

export const completeProductTask = z
  .strictObject({ task: idOf('tasks', 'T', 'Task'), result: text(4000, 'What came of it') })
  .meta({ id: 'CompleteProductTask' });
