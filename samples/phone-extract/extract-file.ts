import { BlockFile, quoted } from '../block-file';
import { OWNER } from './contacts';
import { whatsappTime, type Layout, type Row } from './layouts';

/** An extract that is being written, row by row. */
export interface ExtractFile {
  put(row: Row): void;
  /** Resolves when there is room for more. */
  drained(): Promise<void>;
  end(): Promise<void>;
}

/** Columns parted by a delimiter, lines ended as on Windows. */
export function delimitedFile(path: string, layout: Layout, delimiter: ',' | '\t'): ExtractFile {
  const file = new BlockFile(path);
  const line = (cells: readonly string[]) =>
    file.write(`${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\r\n`);
  if (layout.byteOrderMark) file.write('\ufeff');
  line(layout.columns.map(([header]) => header));
  return {
    put: (row) => line(layout.columns.map(([, cell]) => cell(row))),
    drained: () => file.drained(),
    end: () => file.end(),
  };
}

/** One JSON object a line, its keys the layout's headers. */
export function jsonLinesFile(path: string, layout: Layout): ExtractFile {
  const file = new BlockFile(path);
  return {
    put: (row) =>
      file.write(
        `${JSON.stringify(Object.fromEntries(layout.columns.map(([header, cell]) => [header, cell(row)])))}\n`,
      ),
    drained: () => file.drained(),
    end: () => file.end(),
  };
}

/** What WhatsApp itself says above a chat. */
export const WHATSAPP_NOTICE =
  'Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them. Tap to learn more.';

/** WhatsApp’s own export of one group, as Android writes it for a British phone; the notice above it is its first message. */
export function whatsappFile(path: string, from: number): ExtractFile {
  const file = new BlockFile(path);
  file.write(`${whatsappTime(from)} - ${WHATSAPP_NOTICE}\n`);
  return {
    put: ({ at, direction, contact, text, media }) => {
      const what = text === '' && media !== undefined ? '<Media omitted>' : text;
      file.write(`${whatsappTime(at)} - ${direction === 'out' ? OWNER.name : contact.shown}: ${what}\n`);
    },
    drained: () => file.drained(),
    end: () => file.end(),
  };
}
