import { derail } from './derail';
import { essex } from './essex';
import { mosaic } from './mosaic';
import { volvox } from './volvox';

/** The newsletter's operations, from end to end. */
export const scenarios = { derail, mosaic, volvox, essex };
