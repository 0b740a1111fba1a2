import type { ExtractField } from './extract-mapping.schema';

const words = (written: string): readonly string[] => written.split(' ');

/**
 * How columns and keys of extracts are headed, in letters and digits alone and without accents, the likeliest first: by Cellebrite
 * UFED, MSAB XRY and Magnet AXIOM, by exports of messengers, and in plain English, Hungarian and Romanian.
 */
export const HEADINGS: Readonly<Record<ExtractField, readonly string[]>> = {
  sender: words(
    'from sender sendername senderid fromname fromid fromnumber fromphone senderhandle sendernumber ' +
      'author felado kuldo kitol kuldte expeditor emitent dela trimisde',
  ),
  recipient: words(
    'to recipient recipients recipientnames receiver receivers toname toid tonumber tophone sentto ' +
      'cimzett cimzettek fogado kinek destinatar destinatari catre',
  ),
  time: words(
    'timestamptime timestamp datetime dateandtime senton sentat sentdatetime messagesentdatetime ' +
      'senttime timesent sent time ts createdat createddatetime created messagereceiveddatetime ' +
      'receiveddatetime idopont datumido datumesido kuldesideje ido mikor dataora datasiora momentul ' +
      'ora timp date timestampdate datum data',
  ),
  date: ['date', 'timestampdate', 'sentdate', 'day', 'datum', 'nap', 'data', 'ziua', 'zi'],
  text: words(
    'body text message messagetext messagebody content messagecontent msg snippet uzenet ' +
      'uzenetszovege szoveg tartalom mesaj mesajul textmesaj continut',
  ),
  thread: words(
    'chat chatid thread threadid conversation conversationid chatname conversationname groupname ' +
      'group session dialog beszelgetes cseveges csoport conversatie conversatia discutie grup',
  ),
  direction: words(
    'direction messagedirection isfromme fromme isoutgoing outgoing type messagetype folder status ' +
      'irany tipus directie directia sens tip',
  ),
  media: words(
    'attachment1 attachments attachment attachmentname media mediafile mediatype file filename ' +
      'melleklet mellekletek csatolmany atasament atasamente fisier fisiermedia',
  ),
};

/** Columns that say whether the owner wrote: “yes” there means what “outgoing” means elsewhere. */
const ASKS_WHETHER_OUT = ['isfromme', 'fromme', 'isoutgoing', 'outgoing'];
const YES = ['1', 'true', 'yes', 'y', 'igen', 'da'];
const NO = ['0', 'false', 'no', 'n', 'nem', 'nu'];

/** Words for a direction, in letters alone and without accents. */
const OUT = [
  'outgoing',
  'out',
  'outbound',
  'sent',
  'sentmessage',
  'kimeno',
  'elkuldott',
  'kuldott',
  'trimis',
  'iesire',
];
const IN = [
  'incoming',
  'in',
  'inbound',
  'received',
  'inbox',
  'bejovo',
  'fogadott',
  'primit',
  'intrare',
  'read',
  'unread',
];

/** A heading in letters and digits alone, without accents and without what AXIOM says in it of how times are written. */
export const headingKey = (heading: string): string =>
  heading
    .replace(/ - UTC[+-].*$/, '')
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** What the words of a column of directions mean, by its heading. */
export function directionReader(heading: string): (written: string) => 'in' | 'out' | null {
  const asksWhetherOut = ASKS_WHETHER_OUT.includes(headingKey(heading));
  const known = new Map<string, 'in' | 'out'>([
    ...OUT.map((word) => [word, 'out'] as const),
    ...IN.map((word) => [word, 'in'] as const),
    ...(asksWhetherOut
      ? [...YES.map((word) => [word, 'out'] as const), ...NO.map((word) => [word, 'in'] as const)]
      : []),
  ]);
  return (written) => {
    const direct = known.get(written);
    if (direct !== undefined || written === '') return direct ?? null;
    const meant = known.get(headingKey(written));
    // So that words are taken apart once; no file has many that mean a direction.
    if (meant !== undefined) known.set(written, meant);
    return meant ?? null;
  };
}
