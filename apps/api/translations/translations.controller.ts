import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idPipe } from '../http/id-pipe';
import { Problem } from '../http/problems';
import { ReferencePipe } from '../http/reference';
import { Me, type Identity } from '../http/request';
import { Route } from '../openapi/route';
import { TranslationsRead } from './translations.read';
import {
  messagePage,
  messagesQuery,
  translation,
  translationList,
  type MessagePage,
  type MessagesQuery,
  type Translation,
  type TranslationList,
} from './translations.schema';

const translationId = idPipe(
  /^T[1-9]\d{0,3}$/,
  () => new Problem('not-found', 'There is no such translation: its address ends in a T and a number, as T1.'),
);

@ApiTags('Translations')
@Controller('api/v1/operations/:reference/translations')
export class TranslationsController {
  constructor(private readonly translations: TranslationsRead) {}

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
}
