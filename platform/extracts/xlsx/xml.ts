import { SaxesParser } from 'saxes';
import { Unreadable } from '../../profiles/unreadable';

/** What is told of the elements of a part, by their names without prefixes. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text?(text: string): void;
}

/** Bytes after which something has to be told: a cell or a tag that never ends would fill the memory. [P] */
const SILENCE_LIMIT = 16 * 1024 ** 2;
/** Letters that XML has not, as control characters in what somebody wrote, are read as they are; no entity is expanded. */
const TOLERATED = /character|entity/;

/**
 * Parses a part of a workbook as it comes, and gives after each chunk how many of its bytes were read.
 *
 * @throws Unreadable where it is no XML, or something in it has no end
 */
export async function* parseXml(source: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<number> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let bytes = 0;
  let heard = 0;
  parser.on('error', (error) => {
    if (!TOLERATED.test(error.message))
      throw new Unreadable(`The workbook is damaged (${error.message}): export it anew.`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    heard = bytes;
    handlers.open(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    heard = bytes;
    handlers.close(local(name));
  });
  if (handlers.text) {
    const told = handlers.text.bind(handlers);
    parser.on('text', told);
    parser.on('cdata', told);
  }
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const chunk of source) {
    decoder ??= new TextDecoder(chunk[0] === 0xff ? 'utf-16le' : chunk[0] === 0xfe ? 'utf-16be' : 'utf-8');
    bytes += chunk.length;
    parser.write(decoder.decode(chunk, { stream: true }));
    if (bytes - heard > SILENCE_LIMIT)
      throw new Unreadable('Something in the workbook never ends: a cell or a tag is longer than any can be.');
    yield bytes;
  }
  parser.write(decoder?.decode() ?? '');
  parser.close();
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
