import { Body, Controller, Get, HttpCode, Injectable, Param, Post, Res, type PipeTransform } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { LIAISON, mayGive, spelt } from '../../../domain/access/rules';
import { reservedFor } from '../../../domain/operation/explain';
import { messageFileV1 } from '../../../platform/europol/message-file.v1';
import type { LiaisonMessage } from '../../../platform/europol/message-format';
import { answered } from '../commands/answered';
import { commandAnswer, type CommandAnswer } from '../commands/command.schema';
import { CommandsService } from '../commands/commands.service';
import { attachment } from '../http/attachment';
import { invalid, Problem, refusal } from '../http/problems';
import { ReferencePipe } from '../http/reference';
import { IdempotencyKey, IfMatch, Me, type Identity } from '../http/request';
import { FileRoute, IfMatchHeader, PostRoute } from '../openapi/route';
import { EuropolMessageRead, ourReference } from './europol-message.read';

const FORMAT = messageFileV1;

@Injectable()
class MessageIdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!/^M[1-9]\d{0,3}$/.test(id)) throw new Problem('not-found', 'A message is named as M1.');
    return id;
  }
}

@ApiTags('Europol liaison')
@Controller('api/v1/operations/:reference/europol/messages')
export class EuropolController {
  constructor(
    private readonly messages: EuropolMessageRead,
    private readonly commands: CommandsService,
  ) {}

  @Get(':message/file')
  @FileRoute({
    id: 'readEuropolMessageFile',
    logged: 'disclosure',
    summary: 'Take a message out as a file',
    description: `For: ${spelt(LIAISON)}. A message that was recorded as sent, in the format \`${FORMAT.name}\`.`,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/EuropolMessageFile' } } },
    problems: ['forbidden', 'not-found'],
  })
  async file(
    @Param('reference', ReferencePipe) reference: string,
    @Param('message', MessageIdPipe) message: string,
    @Me() { actor }: Identity,
  ) {
    if (!mayGive(actor, LIAISON)) throw refusal([reservedFor('“Take a message out as a file”', LIAISON)]);
    const sent = await this.messages.outgoing(reference, message, actor);
    return attachment(FORMAT.write(sent), FORMAT.mediaType, `${reference}-${message}.${FORMAT.extension}`);
  }

  @Post('files')
  @HttpCode(200)
  @IfMatchHeader('operation')
  @PostRoute({
    id: 'receiveEuropolMessageFile',
    logged: { refusals: 'collection' },
    summary: 'Take a received file in',
    description:
      `Records the message of a file in the format \`${FORMAT.name}\` as received: the command \`recordEuropolMessage\`, ` +
      'with all its rules. A file that answers a message of ours (`inReplyTo`) is linked to it.',
    answer: commandAnswer,
    headers: ['ETag', 'Idempotency-Replayed'],
    problems: ['not-found', 'forbidden', 'version-conflict', 'blocked', 'idempotency-mismatch'],
  })
  async receive(
    @Param('reference', ReferencePipe) reference: string,
    @Body({ schema: FORMAT.schema }) message: LiaisonMessage,
    @Me() { actor }: Identity,
    @IdempotencyKey() idempotencyKey: string,
    @IfMatch() ifMatch: number | null,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const body = received(reference, message);
    const command = { command: 'recordEuropolMessage' as const, body, actor, idempotencyKey, ifMatch };
    return answered(await this.commands.give(reference, command), response);
  }
}

/** The body of the command that records a received message. */
function received(operation: string, message: LiaisonMessage) {
  const { evaluation, handling, content, sentAt, reference: theirReference } = message;
  const answers = answeredBy(operation, message.inReplyTo);
  const said = { evaluation, handling: handling.code, handlingText: handling.text, theirReference, content };
  return { direction: 'in', answers, ...said, happenedAt: sentAt };
}

/** @throws Problem `validation` where the message answers one of another operation */
function answeredBy(operation: string, inReplyTo: string | null): string | null {
  if (inReplyTo === null) return null;
  const prefix = ourReference(operation, '');
  if (inReplyTo.startsWith(prefix)) return inReplyTo.slice(prefix.length);
  throw invalid('inReplyTo', `This answers ${inReplyTo}, which is not of ${operation}: take the file in there.`);
}
