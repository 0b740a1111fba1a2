import { LOOKS_LIKE_ONE } from '../../../domain/translation/texts/placeholder-form';

/**
 * What is no language and stays as it is: placeholders with the ending that follows them, addresses of the web and of mail, names of
 * accounts and tags. One group, so that `split` gives it at the odd places.
 */
export const OPAQUE = new RegExp(
  [
    `(${LOOKS_LIKE_ONE.source}(?:-\\p{L}+)?`,
    '\\b[a-z]+:\\/\\/\\S+',
    '\\bwww\\.\\S+',
    '[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+',
    '[@#][\\p{L}\\p{N}_.]+)',
  ].join('|'),
  'giu',
);
