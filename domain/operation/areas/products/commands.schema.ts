import { z } from 'zod';
import { text } from '../../../text/text.schema';
import { PRODUCTS } from '../../codes';
import { day, idOf, nothing, personId } from '../fields.schema';

const product = z.enum(PRODUCTS).meta({ 'x-of': 'products' });

export const completeProduct = z
  .strictObject({ product, summary: text(4000, 'What the product found') })
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
  })
  .meta({ id: 'RequestTranslation' });

export const reportTranslation = z
  .strictObject({
    translation: z.string().max(64),
    outcome: z.enum(['translated', 'needs-qualified-translator']),
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
