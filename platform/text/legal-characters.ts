/** Of the control characters, those that XML 1.0 allows in a text. */
const TAB = 0x09;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const DELETE = 0x7f;

/** Where pictures of the control characters begin (Unicode block “Control Pictures”). */
const PICTURES = 0x2400;
const PICTURE_OF_DELETE = '\u2421';

/** What may have to be replaced: most texts have nothing of it, and are given back as they are. */
const SUSPECT = /[\p{Cc}\uFFFE\uFFFF]/u;

/**
 * A text with characters that XML 1.0 (section 2.2) can hold. Control characters become their pictures (␀ for NUL), so that
 * it is seen what was there; halves of surrogate pairs and U+FFFE, U+FFFF become �.
 */
export function legalCharacters(text: string): string {
  const whole = text.toWellFormed();
  return SUSPECT.test(whole) ? Array.from(whole, legal).join('') : whole;
}

function legal(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === TAB || code === LINE_FEED || code === CARRIAGE_RETURN) return character;
  if (code < 0x20) return String.fromCodePoint(PICTURES + code);
  if (code === DELETE) return PICTURE_OF_DELETE;
  return code === 0xfffe || code === 0xffff ? '\uFFFD' : character;
}
