import { randomUUID } from 'node:crypto';
import type { WebRequest } from '../session/session';

/** What a form of one press needs: for whom it was made, and a key each, so that it takes place once. */
export const presses = ({ formMark }: WebRequest) => ({ by: formMark, key: () => randomUUID() });
