import { hash } from 'node:crypto';

/** The first half of a SHA-256, as a UUID is written without its hyphens. */
const half = (text: string): string => hash('sha256', text, 'hex').slice(0, 32);

/** What is the same text is the same key. */
export const textKey = (text: string): string => half(text);

/** What is sent alike is the same unit, whichever text it is of. */
export const unitKey = (language: string, sent: string): string => half(`${language}\n${sent}`);

/** Before any key. */
export const FIRST_UUID = '00000000-0000-0000-0000-000000000000';
