/** What a number of a cell means by its format. */
export type NumberKind = 'number' | 'moment' | 'day' | 'clock';

/** Formats that workbooks do not spell out (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<number, NumberKind>> = {
  14: 'day',
  15: 'day',
  16: 'day',
  17: 'day',
  18: 'clock',
  19: 'clock',
  20: 'clock',
  21: 'clock',
  22: 'moment',
  45: 'clock',
  46: 'clock',
  47: 'clock',
};

/** What a format of a workbook shows. */
export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return BUILT_IN[id] ?? ((id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'day' : 'number');
  const letters = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').toLowerCase();
  if (/general|[#?]|0(?!0*$)/.test(letters) && !/[ydhs]/.test(letters)) return 'number';
  const [hasDay, hasClock] = [/[yd]/.test(letters), /[hs]/.test(letters)];
  if (hasDay) return hasClock ? 'moment' : 'day';
  return hasClock ? 'clock' : 'number';
}

const DAY = 86_400;
/** The 30th of December 1899, and the 1st of January 1904 for workbooks of old Macs; the day that Excel invents in 1900 is none. */
const EPOCHS = [Date.UTC(1899, 11, 30), Date.UTC(1904, 0, 1)] as const;

/**
 * A date of a spreadsheet as `2021-12-31 23:59:59`, a time of day as `23:59:59`; a number that is none as it is written.
 *
 * @param is1904 which of its two epochs the workbook has
 */
export function momentOf(written: string, kind: NumberKind, is1904: boolean): string {
  const days = Number(written);
  if (kind === 'number' || written === '' || !Number.isFinite(days) || days < 0 || days > 2_958_466)
    return plain(written);
  const seconds = Math.round(days * DAY);
  const iso = new Date(EPOCHS[is1904 ? 1 : 0] + seconds * 1_000).toISOString();
  if (kind === 'clock' && days < 1) return iso.slice(11, 19);
  return kind === 'day' && seconds % DAY === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

/** Long numbers, as of phones, are written as 4.47700900123E+11. */
function plain(written: string): string {
  if (!/[eE]/.test(written)) return written;
  const value = Number(written);
  return Number.isFinite(value) ? String(value) : written;
}
