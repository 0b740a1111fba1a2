/** A text as PostgreSQL can keep it: NUL, and halves of surrogate pairs, are U+FFFD in it. */
export const kept = (written: string): string =>
  written.includes('\0') || !written.isWellFormed() ? written.replaceAll('\0', '\ufffd').toWellFormed() : written;

/** Whether something in it was lost, here or before it came here. */
export const isHurt = (text: string): boolean => text.includes('\ufffd');
