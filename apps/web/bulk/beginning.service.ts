import { Injectable } from '@nestjs/common';
import { BULK_COMMANDS, BULK_LIMIT, type BulkCommand } from '../../../domain/operation/bulk';
import { lifecycle } from '../../../domain/operation/lifecycle.v1';
import { mayGive } from '../../../domain/access/rules';
import type { BulkAct } from '../../api/bulk/bulk.schema';
import { Schemas } from '../api-client/schemas';
import { textsAt, type Field, type Typed } from '../forms/field';
import { fieldsOf } from '../forms/fields-of';
import type { FormPage } from '../forms/form-pages.service';
import { peopleOffered } from '../people/people-offered';
import type { WebRequest } from '../session/session';
import { BULK } from './addresses';

interface Given {
  readonly operations: string;
  readonly body?: object;
  readonly reason: string;
}

/** What the command of an act says for itself; its reason is that of the act, and it happens now. */
const NOT_ASKED = ['body.reason', 'body.happenedAt'];

/** Makes the form by which an act on many operations is begun. */
@Injectable()
export class Beginning {
  constructor(private readonly schemas: Schemas) {}

  async of({ api }: WebRequest, command: BulkCommand): Promise<FormPage<BulkAct>> {
    const [own, act, people] = await Promise.all([
      this.schemas.bodyOf(command),
      this.schemas.bodyOf('startBulk'),
      peopleOffered(api),
    ]);
    const hasReason = 'reason' in (own.properties ?? {});
    return {
      title: lifecycle[command].title,
      caption: 'Many operations, one reason',
      back: { href: '/bulk', text: 'Acts on many operations' },
      submit: 'Begin',
      says: [
        'Each operation gets it once, one after the other. One that refuses is listed with its reasons, and stops nothing.',
        'You can pause or cancel while it goes on. What was recorded stays.',
      ],
      fields: (typed) => {
        const said = fieldsOf(own, { typed, people }, 'body').filter(({ path }) => !NOT_ASKED.includes(path));
        const reason = fieldsOf(act, { typed }).filter(({ path }) => path === 'reason');
        return [OPERATIONS, { ...BODY, fields: said }, ...reason];
      },
      send: (given, key) => api.post<BulkAct>(BULK, asGiven(command, given as Given, hasReason), { key }),
      done: ({ id }) => ({ notice: 'It has begun. This page shows how far it is.', to: `/bulk/${id}` }),
    };
  }
}

/** The command that an address names, where whoever asks may give it to many. */
export function commandIn({ me, query }: WebRequest): BulkCommand | undefined {
  const { command } = query as Typed;
  return offeredTo(me).find((one) => one === command);
}

export const offeredTo = (me: WebRequest['me']) =>
  BULK_COMMANDS.filter((command) => mayGive(me, lifecycle[command].roles));

/** An address that a list has made, as the form has it: operations one on each line; `release` names who is released from them. */
export function addressed({ release, ...asked }: Typed): Typed {
  return {
    ...asked,
    operations: textsAt(asked, 'operations').join('\n'),
    ...(release === undefined ? {} : { command: 'releaseTeamMember', 'body.person': release }),
  };
}

function asGiven(command: BulkCommand, { operations, body = {}, reason }: Given, hasReason: boolean) {
  const references = [...new Set(operations.split(/[\s,;]+/).filter((reference) => reference !== ''))];
  return { command, operations: references, reason, body: hasReason ? { ...body, reason } : body };
}

const OPERATIONS: Field = {
  kind: 'textarea',
  path: 'operations',
  id: 'operations',
  label: 'Operations',
  hint: `Their references, one on each line, at most ${BULK_LIMIT}`,
  required: true,
  writesNull: false,
  maxLength: undefined,
  restricted: false,
};
const BODY = {
  ...({ kind: 'group', path: 'body', id: 'body', hint: undefined, required: true, writesNull: false } as const),
  label: 'What each of them is given',
};
