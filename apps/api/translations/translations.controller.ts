import { PassThrough } from 'node:stream';
import { Body, Controller, Get, Param, Put, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { mayGive, spelt } from '../../../domain/access/rules';
import { reservedFor } from '../../../domain/operation/explain';
import { lifecycle } from '../../../domain/operation/lifecycle.v1';
import { writeProductCsv } from '../../../platform/translation/exports/csv';
import { PDF_MESSAGES, productPdf } from '../../../platform/translation/exports/pdf-thread';
import { writeProductXlsx } from '../../../platform/translation/exports/xlsx';
import { CSV } from '../http/attachment';
import { Within } from '../http/deadline.interceptor';
import { Produces } from '../http/media-types.guard';
import { refusal } from '../http/problems';
import { ReferencePipe } from '../http/reference';
import { Me, type Identity } from '../http/request';
import { FileRoute, PutRoute, Route } from '../openapi/route';
import { ProductRead } from './product.read';
import { translationId } from './translation-id';
import { TranslationsRead } from './translations.read';
import {
  correction,
  messagePage,
  messagesQuery,
  productQuery,
  productRow,
  translation,
  translationList,
  type Correction,
  type MessagePage,
  type MessagesQuery,
  type ProductQuery,
  type TranslatedMessage,
  type Translation,
  type TranslationList,
} from './translations.schema';

const rowPath = z.coerce.number().int().min(1).max(2_000_000_000);
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PDF = 'application/pdf';
const TYPES = { csv: CSV, xlsx: XLSX, pdf: PDF } as const;
/** Rows of a large product are counted before its first byte. */
const COUNTING_MS = 60_000;

@ApiTags('Translations')
@Controller('api/v1/operations/:reference/translations')
export class TranslationsController {
  constructor(
    private readonly translations: TranslationsRead,
    private readonly products: ProductRead,
  ) {}

  @Get()
  @Route({
    id: 'listTranslations',
    logged: 'consultation',
    summary: 'List the translations of files',
    description: 'How far each is. They are asked for, confirmed, paused and called off by commands.',
    answer: translationList,
    problems: ['not-found'],
  })
  all(@Param('reference', ReferencePipe) reference: string, @Me() { actor }: Identity): Promise<TranslationList> {
    return this.translations.all(reference, actor);
  }

  @Get(':translation')
  @Route({
    id: 'readTranslation',
    logged: 'consultation',
    summary: 'Read how far a translation is',
    description: 'How its file seems to be read, how much is done, and what it has cost so far.',
    answer: translation,
    problems: ['not-found'],
  })
  one(
    @Param('reference', ReferencePipe) reference: string,
    @Param('translation', translationId) id: string,
    @Me() { actor }: Identity,
  ): Promise<Translation> {
    return this.translations.one(reference, id, actor);
  }

  @Get(':translation/messages')
  @Route({
    id: 'readTranslatedMessages',
    logged: 'consultation',
    summary: 'Read messages side by side with their English',
    description:
      'Every row of the extract in its order, with what was flagged and found in it. By thread, person, language, flag, time, or words of either side.',
    answer: messagePage,
    problems: ['validation', 'not-found'],
  })
  messages(
    @Param('reference', ReferencePipe) reference: string,
    @Param('translation', translationId) id: string,
    @Query({ schema: messagesQuery }) query: MessagesQuery,
    @Me() { actor }: Identity,
  ): Promise<MessagePage> {
    return this.translations.messages(reference, id, query, actor);
  }

  @Put(':translation/messages/:row/correction')
  @PutRoute({
    id: 'correctTranslation',
    logged: 'consultation',
    summary: 'Correct the English of a message',
    description:
      `For: ${spelt(lifecycle.reviewTranslation.roles)}. It stands beside the provider’s wherever the same was written in this extract, and is ` +
      'remembered for the force’s next phone. Each correction is kept; the latest stands.',
    answer: productRow,
    problems: ['forbidden', 'not-found', 'blocked'],
  })
  correct(
    @Param('reference', ReferencePipe) reference: string,
    @Param('translation', translationId) id: string,
    @Param('row', { schema: rowPath }) row: number,
    @Body({ schema: correction }) body: Correction,
    @Me() { actor }: Identity,
  ): Promise<TranslatedMessage> {
    if (!mayGive(actor, lifecycle.reviewTranslation.roles))
      throw refusal([reservedFor('“Correct the English of a message”', lifecycle.reviewTranslation.roles)]);
    return this.translations.correct(reference, id, row, body, actor);
  }

  @Get(':translation/product')
  @Within(COUNTING_MS)
  @Produces('text/csv', XLSX, PDF)
  @FileRoute({
    id: 'exportTranslation',
    logged: 'disclosure',
    summary: 'Export messages with their English',
    description:
      'Every row of the extract that is selected, in its order, under what the product says of itself: machine translation is intelligence, not ' +
      'evidence. A cell that a spreadsheet would take for a formula begins with an apostrophe. A product that breaks off does not come whole. ' +
      `A PDF holds the first ${PDF_MESSAGES.toLocaleString('en-GB')} messages.`,
    content: { 'text/csv': { schema: { type: 'string' } }, [XLSX]: { schema: {} }, [PDF]: { schema: {} } },
    problems: ['validation', 'not-found'],
  })
  async product(
    @Param('reference', ReferencePipe) reference: string,
    @Param('translation', translationId) id: string,
    @Query({ schema: productQuery }) { format, ...selection }: ProductQuery,
    @Me() { actor }: Identity,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { header, rows } = await this.products.open(reference, id, selection, actor);
    const disposition = `attachment; filename="${reference}-${id}.${format}"`;
    const file = new PassThrough();
    if (format === 'pdf') file.end(await productPdf(header, await firstOf(rows, PDF_MESSAGES)));
    else
      (format === 'csv' ? writeProductCsv : writeProductXlsx)(header, rows, file).catch((error: Error) =>
        file.destroy(error),
      );
    return new StreamableFile(file, { type: TYPES[format], disposition }).setErrorHandler(() => response.destroy());
  }
}

async function firstOf<T>(batches: AsyncIterable<readonly T[]>, count: number): Promise<readonly T[]> {
  const first: T[] = [];
  for await (const batch of batches) {
    first.push(...batch.slice(0, count - first.length));
    if (first.length >= count) break;
  }
  return first;
}
