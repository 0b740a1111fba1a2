import { z } from 'zod';
import { ENTITY_KINDS } from '../../../domain/translation/texts/entities';

/** What a person can add to the operation from an extract, as far as the extract says it. */
const offer = z
  .object({
    command: z.enum(['addSubject', 'addIdentifier', 'addEntity', 'linkEntities']),
    body: z.record(z.string(), z.string()).describe('Of the command; a person adds what the extract does not say'),
  })
  .nullable()
  .describe('The command that would add it to the operation; null where it is there, or there is none');
export type Offer = z.output<typeof offer>;

const times = { first: z.iso.datetime().nullable(), last: z.iso.datetime().nullable() };

const networkPerson = z.object({
  id: z.string().describe('For `suspect` and `potentialVictim`'),
  label: z.string(),
  names: z.array(z.string()),
  numbers: z.array(z.string()).describe('E.164'),
  written: z.array(z.string()).describe('As the extract calls them; for `person` of the messages'),
  sent: z.int(),
  received: z.int(),
  contacts: z.int(),
  ...times,
  subject: z.string().nullable().describe('Of the operation, that has one of the numbers'),
  offer,
});

const tie = z.object({
  between: z.array(z.string()).length(2),
  messages: z.int(),
  sent: z.array(z.int()).length(2).describe('By the first of them, and by the second'),
  reciprocity: z.number().describe('0: one alone writes; 1: both write as much'),
  ...times,
  byMonth: z.record(z.string(), z.int()),
  byHour: z.array(z.int()).length(24).describe('In UTC'),
  offer,
});

const central = z.object({
  id: z.string(),
  place: z.int(),
  degree: z.int().describe('Contacts'),
  weightedDegree: z.int().describe('Messages with them'),
  betweenness: z
    .number()
    .nullable()
    .describe('Share of the shortest ways between two others that lead through this one (Freeman 1977, Brandes 2001)'),
  explained: z.string(),
});

const firstContact = z.object({
  suspect: z.string(),
  potentialVictim: z.string(),
  firstFromSuspect: z.iso.datetime().nullable(),
  firstFromVictim: z.iso.datetime().nullable(),
  began: z.enum(['suspect', 'potential victim', 'both']),
  fromSuspect: z.int(),
  fromVictim: z.int(),
  last: z.iso.datetime(),
  days: z.int().describe('With a message'),
  daysUntilDaily: z.int().nullable().describe('Until seven days running had one'),
  silences: z.array(z.object({ from: z.iso.date(), until: z.iso.date(), days: z.int() })),
});

export const contactNetwork = z
  .object({
    note: z.string().describe('Stands in everything that is said of it'),
    messages: z.int(),
    toThemselves: z.int().describe('Sent to their own name'),
    unattributed: z.int().describe('Whose sender or recipient is not known'),
    parties: z.int().describe('How many there are; `people` has those with most messages'),
    pairs: z.int().describe('How many there are; `ties` has those with most messages'),
    people: z.array(networkPerson),
    ties: z.array(tie),
    central: z.array(central).describe('The most central first'),
    firstContacts: z.array(firstContact).describe('Between the suspects and potential victims that were named'),
    summary: z.string().describe('In words, for `completeProduct`'),
  })
  .meta({ id: 'ContactNetwork', description: 'Who wrote to whom, when, how often' });
export type ContactNetworkAnswer = z.output<typeof contactNetwork>;

const parties = z
  .union([z.string(), z.array(z.string())])
  .transform((one) => [one].flat())
  .pipe(z.array(z.string().min(1).max(400)).max(20))
  .default([]);
export const networkQuery = z.strictObject({
  suspect: parties.describe('Parties of the network that are suspects, by `id`'),
  potentialVictim: parties.describe('Parties that are potential victims, by `id`'),
});
export type NetworkQuery = z.output<typeof networkQuery>;

export const networkTable = z.strictObject({
  table: z.enum(['nodes', 'edges']).describe('Parties, or who wrote to whom'),
});
export type NetworkTable = z.output<typeof networkTable>;

export const entitiesQuery = z.strictObject({
  kind: z.enum(ENTITY_KINDS).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type EntitiesQuery = z.output<typeof entitiesQuery>;

export const entityList = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(ENTITY_KINDS),
        value: z.string().describe('In the one way in which it is compared: E.164, ISO 8601, ISO 4217'),
        written: z.string().describe('One way in which it is written'),
        messages: z.int(),
        firstRow: z.int().describe('Where it is named first'),
        ...times,
        heldBy: z.string().nullable().describe('Subject or entity of the operation that has it'),
        offer,
      }),
    ),
    more: z.boolean().describe('Whether there are more than were asked for: ask for one kind, or for more'),
  })
  .meta({ id: 'EntityList', description: 'What is named in most messages first' });
export type EntityList = z.output<typeof entityList>;
