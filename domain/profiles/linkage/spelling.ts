import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { nameForms } from '../../deconfliction/names';
import { firstSoundOf } from '../../deconfliction/sounds';

/** How a given name or surname is compared. */
export interface Spelling {
  /** In small plain letters, its words in one. */
  readonly plain: string;
  /** By its sounds. */
  readonly sound: string;
  /** Its Daitch–Mokotoff code, by which those that may be the same are found. */
  readonly code: number;
}

/** The forms of one name, as de-confliction makes them. @returns nothing where it is no name */
export function spellingOf(written: string): Spelling | undefined {
  const [plain, sound = plain] = nameForms(written).map((form) => form.replaceAll(' ', ''));
  if (plain === undefined || sound === undefined || plain === '') return undefined;
  return { plain, sound, code: firstSoundOf(sound) };
}

/** As nearly all are written; what the library would make of it is known. */
const MOBILE = /^(?:0|\+44|0044)(7\d{9})$/;

/** A phone number of a British force's records in E.164; its digits, where it is no number in use. */
export function phoneNumberOf(written: string): string {
  const mobile = MOBILE.exec(written)?.[1];
  if (mobile !== undefined) return `+44${mobile}`;
  return parsePhoneNumberFromString(written, 'GB')?.number ?? written.replaceAll(/\D/g, '');
}
