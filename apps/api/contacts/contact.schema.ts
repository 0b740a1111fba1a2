import { z } from 'zod';
import { text } from '../../../domain/text/text.schema';
import { matchToken } from '../deconfliction/check.schema';
import { cursor, cursorCodec, limit } from '../http/cursor';

const message = text(2000, 'To the other officer: say how you can be reached, and nothing of your operation');

export const contactRequest = z.strictObject({ match: matchToken, message }).meta({ id: 'ContactRequestBody' });
export type ContactRequest = z.output<typeof contactRequest>;

export const answerRequest = z.strictObject({ message }).meta({ id: 'ContactAnswerBody' });
export type AnswerRequest = z.output<typeof answerRequest>;

export const contactsQuery = z.strictObject({ limit, cursor });
export type ContactsQuery = z.output<typeof contactsQuery>;
export const contactCursor = cursorCodec(z.tuple([z.iso.datetime(), z.string().max(64)]));

const said = {
  person: z.string().describe('Identifier of the officer'),
  force: z.string(),
  message: z.string(),
  at: z.iso.datetime(),
};

export const contact = z
  .object({
    id: z.string(),
    asked: z.object(said).describe('Who asks. Whom they ask is not told before an answer'),
    about: z
      .array(z.object({ reference: z.string(), holder: z.string() }))
      .describe('What you lead and are asked about; empty for the asker'),
    answers: z
      .array(z.object(said))
      .describe('The oldest first. Several officers who are asked do not see each other’s'),
    waitsForYou: z.boolean().describe('Whether the last word is the other side’s'),
  })
  .meta({ id: 'Contact', description: 'Two lead officers put in touch' });
export type Contact = z.output<typeof contact>;

export const contactPage = z
  .object({ items: z.array(contact), next: z.string().nullable().describe('Address of the next page') })
  .meta({ id: 'ContactPage', description: 'The newest first' });
export type ContactPage = z.output<typeof contactPage>;
