import { z } from 'zod';

/** What the identifier of somebody who works with Waymark looks like: the subject of their token, never a name. */
export const PERSON = /^[\x21-\x7e]{1,255}$/;

export const personId = z.string().regex(PERSON);
