import { LinkifyIt } from 'linkify-it';
import type { Finder, Found } from '../entity';

const linkify = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true, fuzzyIP: false });

/** Nothing is a link without one of these. */
const MAY_HOLD = /@|:\/\/|[\p{L}\p{N}]\.\p{L}/u;

/**
 * Endings of addresses that stand for themselves. Others need “www.”, a scheme or a path: a full stop without a space after it is common
 * in messages, and “de”, “al”, “la” or “no” are words.
 */
const PLAIN_HOST = /^(?:www\.|[^/?#]+[/?#]|[^/?#]+\.(?:com|net|org|info|biz|gov|uk|hu|ro|bg|pl|vn|sk|eu)$)/;

/** Web addresses, by linkify-it, and e-mail addresses. */
export const links: Finder = ({ text }) => {
  if (!MAY_HOLD.test(text)) return [];
  return (linkify.match(text) ?? []).flatMap(({ schema, url, raw, index, lastIndex }): Found[] => {
    const at = { start: index, end: lastIndex };
    if (schema === 'mailto:') return [{ kind: 'email', ...at, value: url.replace(/^mailto:/i, '').toLowerCase() }];
    return schema !== '' || PLAIN_HOST.test(raw) ? [{ kind: 'url', ...at, value: url }] : [];
  });
};
