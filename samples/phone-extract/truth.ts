import { BlockFile, quoted } from '../block-file';
import type { Contact } from './contacts';
import type { Written } from './conversation';
import type { Direction } from './phrases';
import { SeenTexts } from './seen-texts';

/** When the suspect and a potential victim first wrote to each other. */
export interface FirstContact {
  /** E.164. */
  readonly phone: string;
  /** As the phone has it. */
  readonly name: string | undefined;
  /** RFC 3339, UTC. */
  readonly sentAt: string;
  readonly direction: Direction;
  /** Its place in the extract, from 1. */
  readonly row: number;
}

/** Themes are parted by semicolons; fields are a JSON array of `Field`; times are RFC 3339, contacts E.164. */
export const TRUTH_HEADER = [
  'row',
  'language',
  'isDuplicate',
  'themes',
  'fields',
  'sentAt',
  'direction',
  'contact',
  'role',
  'isFirstContact',
  'mixedWith',
  'isTransliterated',
] as const;

/** Writes down what is true of each row of an extract, in CSV, and counts. */
export class Truth {
  private readonly file: BlockFile;
  private readonly seen: SeenTexts;
  private readonly languages: Record<string, number> = {};
  private readonly firstContacts: FirstContact[] = [];
  private rows = 0;
  private duplicates = 0;

  constructor(
    readonly path: string,
    messages: number,
  ) {
    this.file = new BlockFile(path);
    this.seen = new SeenTexts(messages);
    this.file.write(`${TRUTH_HEADER.join(',')}\n`);
  }

  /** @returns the row's number, from 1 */
  put(message: Written, contact: Contact, sentAt: string, isFirst: boolean): number {
    const isFirstContact = isFirst && contact.role === 'potential-victim';
    const { phone, name, role } = contact;
    const { direction } = message;
    const row = this.line(message.text, message.language, (isDuplicate) => [
      isDuplicate,
      message.themes.join(';'),
      message.fields.length === 0 ? '[]' : JSON.stringify(message.fields),
      sentAt,
      direction,
      phone,
      role,
      isFirstContact,
      message.mixedWith ?? '',
      message.isTransliterated,
    ]);
    if (isFirstContact) this.firstContacts.push({ phone, name, sentAt, direction, row });
    return row;
  }

  /** A row that nobody wrote, but the app. */
  notice(text: string, sentAt: string): void {
    this.line(text, 'en', (isDuplicate) => [isDuplicate, '', '[]', sentAt, '', '', '', false, '', false]);
  }

  counted() {
    return {
      rows: this.rows,
      unique: this.seen.count,
      duplicates: this.duplicates,
      languages: this.languages,
      firstContacts: this.firstContacts.toSorted((a, b) => a.sentAt.localeCompare(b.sentAt) || a.row - b.row),
    };
  }

  drained(): Promise<void> {
    return this.file.drained();
  }

  end(): Promise<void> {
    return this.file.end();
  }

  private line(text: string, language: string, rest: (isDuplicate: boolean) => readonly (string | boolean)[]): number {
    const isDuplicate = text !== '' && this.seen.add(text);
    this.rows += 1;
    this.duplicates += isDuplicate ? 1 : 0;
    this.languages[language] = (this.languages[language] ?? 0) + 1;
    const cells = [this.rows, language, ...rest(isDuplicate)];
    this.file.write(`${cells.map((cell) => quoted(String(cell))).join(',')}\n`);
    return this.rows;
  }
}
