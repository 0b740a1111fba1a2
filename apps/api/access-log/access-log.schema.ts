import { z } from 'zod';
import { ACCESS_KINDS, ACCESS_OUTCOMES } from '../../../domain/access/access-log';
import { UNUSUAL_RULE_NAMES } from '../../../domain/access/unusual';
import { REFERENCE } from '../../../domain/operation/reference';
import { cursor, cursorCodec, limit } from '../http/cursor';

const moment = z.iso.datetime({ offset: true });

/** What the access log may be asked. */
export const accessQuery = z.strictObject({
  operation: z.string().regex(REFERENCE).optional().describe('Who looked at it: a reference, as OP-2026-000123'),
  person: z.string().min(1).max(255).optional().describe('What they looked at'),
  kind: z.enum(ACCESS_KINDS).optional(),
  outcome: z.enum(ACCESS_OUTCOMES).optional(),
  route: z
    .string()
    .regex(/^\w{1,64}$/)
    .optional()
    .describe('An `operationId` of this document'),
  address: z.string().min(1).max(64).optional().describe('From this network address'),
  from: moment.optional().describe('From this time on'),
  to: moment.optional().describe('Before this time'),
  limit,
  cursor,
});
export type AccessQuery = z.output<typeof accessQuery>;

/** The order of the log, newest first: when, and the row's identifier. */
export const accessCursor = cursorCodec(z.tuple([z.iso.datetime(), z.string().regex(/^\d{1,18}$/)]));

const access = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    request: z.string().describe('The `X-Request-Id` of the answer'),
    person: z.string().nullable().describe('null: nobody had signed in'),
    roles: z.array(z.string()).describe('Their roles at the time'),
    force: z.string().nullable(),
    kind: z.enum(ACCESS_KINDS).describe('DPA 2018 s.62(1)'),
    route: z.string().describe('The `operationId` of this document'),
    operation: z.string().nullable().describe('null: none, or one that you do not see'),
    what: z
      .record(z.string(), z.unknown())
      .describe('`asked`: what the address asked for, search terms included; `listed`: operations that a list showed'),
    justification: z.string().nullable(),
    address: z.string(),
    client: z.string().nullable(),
    outcome: z.enum(ACCESS_OUTCOMES),
    status: z.int(),
    records: z.int().describe('How many records the answer held'),
    digest: z.string().describe('SHA-256 over the row, which the signed checkpoints cover'),
  })
  .meta({ id: 'Access', description: 'One access' });
export type Access = z.output<typeof access>;

export const accessPage = z
  .object({ items: z.array(access), next: z.string().nullable().describe('Address of the next page') })
  .meta({ id: 'AccessPage', description: 'Accesses, newest first' });
export type AccessPage = z.output<typeof accessPage>;

export const unusualQuery = z.strictObject({
  from: moment.optional().describe('From this time on; default: seven days before `to`'),
  to: moment.optional().describe('Before this time; default: now'),
});
export type UnusualQuery = z.output<typeof unusualQuery>;

const finding = z
  .object({
    rule: z.enum(UNUSUAL_RULE_NAMES),
    person: z.string().nullable(),
    address: z.string().nullable().describe('Of those who had not signed in'),
    operation: z.string().nullable().describe('Of `outside-own-cases` and `broken-glass`'),
    from: z.iso.datetime().describe('The first of these accesses'),
    to: z.iso.datetime().describe('The last of them'),
    accesses: z.int().describe('How many accesses; of `broken-glass`, those to the operation in the period'),
    operations: z.int().describe('How many different operations'),
  })
  .meta({ id: 'UnusualAccess' });
export type UnusualAccess = z.output<typeof finding>;

export const unusualReport = z
  .object({
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    rules: z.array(z.object({ rule: z.enum(UNUSUAL_RULE_NAMES), sentence: z.string() })),
    items: z.array(finding),
    complete: z.boolean().describe('false: there are more findings; ask for a shorter period'),
  })
  .meta({ id: 'UnusualReport', description: 'Unusual access in a period, the latest first' });
export type UnusualReport = z.output<typeof unusualReport>;
