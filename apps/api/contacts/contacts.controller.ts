import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { DECONFLICTORS, mayGive, spelt } from '../../../domain/access/rules';
import { reservedFor } from '../../../domain/operation/explain';
import { idPipe } from '../http/id-pipe';
import { tellMade } from '../http/made';
import { refusal } from '../http/problems';
import { IdempotencyKey, Me, type Identity } from '../http/request';
import { PostRoute, Route } from '../openapi/route';
import {
  answerRequest,
  contact,
  contactPage,
  contactRequest,
  contactsQuery,
  type AnswerRequest,
  type Contact,
  type ContactPage,
  type ContactRequest,
  type ContactsQuery,
} from './contact.schema';
import { Contacts, noContact } from './contacts.service';

const contactId = idPipe(/^[0-9a-f]{64}$/, noContact);

@ApiTags('De-confliction')
@Controller('api/v1/contact-requests')
export class ContactsController {
  constructor(private readonly contacts: Contacts) {}

  @Get()
  @Route({
    id: 'listContactRequests',
    logged: 'consultation',
    summary: 'List the contact requests that you made, or that ask you as lead officer',
    answer: contactPage,
    problems: ['validation'],
  })
  list(@Me() { actor }: Identity, @Query({ schema: contactsQuery }) query: ContactsQuery): Promise<ContactPage> {
    return this.contacts.page(actor, query);
  }

  @Post()
  @HttpCode(201)
  @PostRoute({
    id: 'requestContact',
    logged: 'disclosure',
    summary: 'Ask whoever leads the operations of a match to get in touch',
    description:
      `For: ${spelt(DECONFLICTORS)}. They see who you are, your force, your message and which of their subjects it is about. ` +
      'You see who they are once they answer, and nothing of their operation.',
    answer: contact,
    status: 201,
    headers: ['Location', 'Idempotency-Replayed'],
    problems: ['forbidden', 'not-found', 'idempotency-mismatch'],
  })
  async ask(
    @Body({ schema: contactRequest }) request: ContactRequest,
    @Me() { actor }: Identity,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Contact> {
    if (!mayGive(actor, DECONFLICTORS)) throw refusal([reservedFor('“Ask for contact”', DECONFLICTORS)]);
    const { contact: made, replayed } = await this.contacts.ask(request, actor, key);
    tellMade(response, `/api/v1/contact-requests/${made.id}`, replayed);
    return made;
  }

  @Get(':id')
  @Route({
    id: 'readContactRequest',
    logged: 'consultation',
    summary: 'Read a contact request',
    answer: contact,
    problems: ['not-found'],
  })
  read(@Param('id', contactId) id: string, @Me() { actor }: Identity): Promise<Contact> {
    return this.contacts.one(id, actor);
  }

  @Post(':id/answers')
  @HttpCode(200)
  @PostRoute({
    id: 'answerContactRequest',
    logged: 'disclosure',
    summary: 'Answer a contact request',
    description: 'As its asker or as lead officer. Whoever answers is named to the asker.',
    answer: contact,
    problems: ['not-found', 'idempotency-mismatch'],
  })
  answer(
    @Param('id', contactId) id: string,
    @Body({ schema: answerRequest }) request: AnswerRequest,
    @Me() { actor }: Identity,
    @IdempotencyKey() key: string,
  ): Promise<Contact> {
    return this.contacts.answer(id, request, actor, key);
  }
}
