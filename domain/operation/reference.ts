/**
 * The form of the reference of an operation, as OP-2026-000123, to build patterns of: the year it was opened in, and its
 * number, of six digits until they run out.
 */
export const REFERENCE_FORM = 'OP-\\d{4}-\\d{6,19}';

/** The reference of an operation, and nothing besides. */
export const REFERENCE = new RegExp(`^${REFERENCE_FORM}$`);
