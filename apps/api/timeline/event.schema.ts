import { z } from 'zod';

/** An event as answered to the author of its command: its texts stay references. */
export const commandEvent = z
  .object({
    sequence: z.int().describe('Place in the timeline of the operation, from 1'),
    type: z.string(),
    happenedAt: z.iso.datetime().describe('When the act took place, as its author states'),
    occurredAt: z.iso.datetime().describe('When Waymark took it'),
    payload: z.record(z.string(), z.unknown()).describe('Identifiers, codes, dates and references to texts'),
  })
  .meta({ id: 'CommandEvent' });
export type CommandEvent = z.output<typeof commandEvent>;

/** A text read back from its erasable record. */
export const readText = z
  .object({
    record: z.string(),
    digest: z.string().describe('SHA-256 over salt and text, as on the timeline'),
    text: z.string().nullable().describe('null unless intact'),
    status: z
      .enum(['intact', 'erased', 'restricted', 'altered'])
      .describe(
        'erased lawfully (DPA 2018 s.47); restricted: it needs a permission that you do not hold; altered: it does not match its digest',
      ),
  })
  .meta({ id: 'Text', description: 'Free text or a name, read back from its erasable record' });
export type ReadText = z.output<typeof readText>;

export const timelineEvent = z
  .object({
    operation: z.string().describe('Whose event it is: another than the one asked for only with `merged`'),
    sequence: z.int(),
    type: z.string(),
    version: z.int().describe('Version of the event type'),
    happenedAt: z.iso.datetime(),
    occurredAt: z.iso.datetime(),
    recordedAt: z.iso.datetime().describe("The database's own time; outside the hash"),
    actor: z.string(),
    commandId: z.string(),
    index: z.int().describe('Place among the events of its command, from 0'),
    payload: z.record(z.string(), z.unknown()).describe('As recorded, each text read back (see Text)'),
    previousHash: z.string(),
    hash: z.string().describe('SHA-256 over the documented fields, hexadecimal'),
  })
  .meta({ id: 'TimelineEvent' });

export const timelinePage = z
  .object({ items: z.array(timelineEvent), next: z.string().nullable().describe('Address of the next page') })
  .meta({ id: 'TimelinePage' });

const countsBy = (what: string) => z.record(z.string(), z.int()).describe(`How many, by ${what}`);

export const timelineSummary = z
  .object({
    reference: z.string(),
    events: z.int().describe('How many there are'),
    first: z.iso.datetime().describe('When the earliest act happened'),
    last: z.iso.datetime().describe('When the latest act happened'),
    types: countsBy('type of event'),
    actors: countsBy('who has done it'),
  })
  .meta({ id: 'TimelineSummary', description: 'What a timeline holds' });
export type TimelineSummary = z.output<typeof timelineSummary>;

export const verification = z
  .object({
    verified: z.boolean(),
    sequence: z.int().describe('Where the timeline ends'),
    hash: z.string().describe('Hash of the event there'),
    workflow: z
      .enum(['agrees', 'differs', 'not-running', 'no-answer', 'not-asked'])
      .describe('Whether the running workflow ends where the timeline does; no-answer while the engine is away'),
    problems: z.array(z.object({ sequence: z.int(), problem: z.string() })),
  })
  .meta({ id: 'Verification' });
export type Verification = z.output<typeof verification>;
