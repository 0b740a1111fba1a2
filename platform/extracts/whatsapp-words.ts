/** What WhatsApp writes in place of media that were not exported, in the languages of the unit; in lower case. */
export const MEDIA_OMITTED: readonly string[] = [
  '<media omitted>',
  '<hiányzó médiafájl>',
  '<média elhagyva>',
  '<conținut media omis>',
  '<без файл>',
  '<media u hoq>',
  '<media hequr>',
  '<pominięto multimedia>',
  '<pliki pominięto>',
  '<bỏ qua tệp phương tiện>',
  '<bỏ qua media>',
  '<médiá vynechané>',
  'image omitted',
  'video omitted',
  'video note omitted',
  'audio omitted',
  'gif omitted',
  'sticker omitted',
  'document omitted',
  'contact card omitted',
];

/** After the name of a file that was exported beside the text, from an Android phone. */
export const FILE_ATTACHED: readonly string[] = ['(file attached)', '(fájl csatolva)', '(fișier atașat)'];

/** Before the name of a file that was exported beside the text, from an iPhone. */
export const ATTACHED: readonly string[] = [
  'attached',
  'csatolva',
  'csatolt',
  'atașat',
  'прикачено',
  'załączono',
  'đính kèm',
];
