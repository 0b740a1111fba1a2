/** One row of a phone extract. However broken a row is, it is a message: none is lost. */
export interface Message {
  /** Its place in the file, from 1, headers and blank lines not counted. */
  readonly row: number;
  /** The conversation it belongs to, as the extract names it. */
  readonly thread: string | null;
  readonly sender: string | null;
  readonly recipient: string | null;
  /** RFC 3339 in UTC, to the second; null where the time cannot be read. */
  readonly sentAt: string | null;
  /** The time as the extract writes it. */
  readonly timeWritten: string | null;
  readonly direction: 'in' | 'out' | null;
  /** What was written, as it was written; empty where only media was sent. */
  readonly text: string;
  /** Name or kind of what was sent beside the text. */
  readonly media: string | null;
  /** What is wrong with the row, in a sentence for people; null where nothing is. */
  readonly problem: string | null;
}
