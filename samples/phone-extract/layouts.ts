import { OWNER, type Contact } from './contacts';
import type { Direction } from './phrases';

/** A message in its place in the extract. */
export interface Row {
  /** From 1. */
  readonly row: number;
  readonly contact: Contact;
  /** Number of the thread, and of the message in it, from 1. */
  readonly thread: number;
  readonly nth: number;
  /** When the thread began and ended: RFC 3339, UTC. */
  readonly threadFrom: string;
  readonly threadUntil: string;
  /** When it was sent, in milliseconds, and as RFC 3339, UTC. */
  readonly at: number;
  readonly sentAt: string;
  readonly direction: Direction;
  readonly text: string;
  readonly media: string | undefined;
}

/** How a tool writes what it found in a phone. */
export interface Layout {
  readonly columns: readonly (readonly [header: string, cell: (row: Row) => string])[];
  readonly byteOrderMark: boolean;
  /** Of a workbook: what stands above the header, and the sheet's name. */
  readonly title?: (messages: number) => string;
  readonly sheet: string;
}

/** British Summer Time ended then. */
const SUMMER_UNTIL = Date.UTC(2021, 9, 31, 1);
/** RFC 3339 in UTC, to the second. */
export const rfc3339 = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
/** In London. */
const local = (at: number) => rfc3339(at < SUMMER_UNTIL ? at + 3_600_000 : at);
const dayOf = (written: string) => `${written.slice(8, 10)}/${written.slice(5, 7)}/${written.slice(0, 4)}`;
const british = (written: string) => `${dayOf(written)} ${written.slice(11, 19)}`;
/** As WhatsApp’s export begins a message: local, to the minute. */
export const whatsappTime = (at: number): string => {
  const written = local(at);
  return `${dayOf(written)}, ${written.slice(11, 16)}`;
};

const utc = (written: string) => `${british(written)}(UTC+0)`;
const party = ({ phone, name }: Pick<Contact, 'phone' | 'name'>) => (name === undefined ? phone : `${phone} ${name}`);
/** What the Cellebrite and XRY layouts, which name parties by number and name, call the phone's owner. */
export const OWNER_PARTY = party(OWNER);
const isOut = ({ direction }: Row) => direction === 'out';
const sender = (row: Row) => (isOut(row) ? OWNER : row.contact);
const recipient = (row: Row) => (isOut(row) ? row.contact : OWNER);
const shown = (who: Contact | typeof OWNER) => ('shown' in who ? who.shown : who.name);
const nothing = () => '';

/** After the “Chats” of Cellebrite's Physical Analyzer: chat by chat, each message with what is known of its chat. */
const CELLEBRITE: Layout = {
  byteOrderMark: true,
  title: (messages) => `Chats (${messages})`,
  sheet: 'Chats',
  columns: [
    ['#', ({ row }) => String(row)],
    ['Chat #', ({ thread }) => String(thread)],
    ['Identifier', ({ contact }) => contact.phone.slice(1)],
    ['Start Time: Date', ({ threadFrom }) => dayOf(threadFrom)],
    ['Start Time: Time', ({ threadFrom }) => utc(threadFrom)],
    ['Last Activity: Date', ({ threadUntil }) => dayOf(threadUntil)],
    ['Last Activity: Time', ({ threadUntil }) => utc(threadUntil)],
    ['Name', nothing],
    ['Participants', ({ contact }) => `${party(contact)}\n${OWNER_PARTY} (owner)`],
    ['Number of attachments', ({ media }) => (media === undefined ? '' : '1')],
    ['Source', ({ contact }) => contact.app],
    ['Account', ({ contact }) => (contact.app === 'SMS' ? '' : OWNER.phone)],
    ['Deleted - Chat', nothing],
    ['Instant Message #', ({ nth }) => String(nth)],
    ['From', (row) => party(sender(row))],
    ['To', (row) => party(recipient(row))],
    ['Subject', nothing],
    ['Body', ({ text }) => text],
    ['Status', (row) => (isOut(row) ? 'Sent' : 'Read')],
    ['Platform', () => 'Mobile'],
    ['Timestamp: Date', ({ sentAt }) => dayOf(sentAt)],
    ['Timestamp: Time', ({ sentAt }) => utc(sentAt)],
    ['Attachment #1', ({ media }) => media ?? ''],
    ['Deleted - Instant Message', nothing],
  ],
};

/** After an XRY workbook: all threads by time. */
const XRY: Layout = {
  byteOrderMark: false,
  sheet: 'Messages',
  columns: [
    ['#', ({ row }) => String(row)],
    ['Type', ({ contact }) => (contact.app === 'SMS' ? 'SMS' : 'Chat')],
    ['Related Application', ({ contact }) => contact.app],
    ['Conversation ID', ({ thread }) => `conv-${thread}`],
    ['Direction', (row) => (isOut(row) ? 'Outgoing' : 'Incoming')],
    ['From', (row) => party(sender(row))],
    ['To', (row) => party(recipient(row))],
    ['Time', ({ sentAt }) => `${british(sentAt)} UTC (Device)`],
    ['Text', ({ text }) => text],
    ['Attachment', ({ media }) => media ?? ''],
    ['Status', (row) => (isOut(row) ? 'Sent' : 'Read')],
    ['Deleted', () => 'No'],
  ],
};

/** As an officer would type it over: by time, in London's, who wrote by the name in the phone. */
const PLAIN: Layout = {
  byteOrderMark: false,
  sheet: 'Messages',
  columns: [
    ['Conversation', ({ contact }) => contact.shown],
    ['Date', ({ at }) => local(at).slice(0, 19).replace('T', ' ')],
    ['Direction', (row) => (isOut(row) ? 'out' : 'in')],
    ['From', (row) => shown(sender(row))],
    ['To', (row) => shown(recipient(row))],
    ['Message', ({ text }) => text],
    ['Attachment', ({ media }) => media ?? ''],
  ],
};

export const LAYOUTS = { cellebrite: CELLEBRITE, xry: XRY, plain: PLAIN } as const satisfies Record<string, Layout>;
export type LayoutName = keyof typeof LAYOUTS;
