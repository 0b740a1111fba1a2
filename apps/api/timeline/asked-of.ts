import type { Placing } from '../../../platform/access/seen';
import type { TimelineFilters } from './timeline.schema';

/**
 * A value at the top of a payload, in an array there, or in an object of such an array: where identifiers and codes are. Texts
 * and their digests, which are objects at the top, are not looked into. `own` is what an identifier is called that carries the
 * reference of its operation, as translations do.
 */
const NAMED = `strict $.* ? (@ == $about || @ == $own || @.type() == "array" && exists(@[*] ? (
  @ == $about || @ == $own || @.type() == "object" && exists(@.* ? (@ == $about || @ == $own)))))`;

/** The conditions of what is asked of a timeline, for the table `timeline_event`. */
export function askedOf({ type, actor, about, from, to, before }: TimelineFilters, place: Placing): readonly string[] {
  const found: string[] = [];
  if (type !== undefined) found.push(`event_type = ANY (${place(type)})`);
  if (actor !== undefined) found.push(`actor = ${place(actor)}`);
  if (from !== undefined) found.push(`happened_at >= ${place(from)}::timestamptz`);
  if (to !== undefined) found.push(`happened_at < ${place(to)}::timestamptz`);
  if (before !== undefined) found.push(`sequence < ${place(before)}`);
  if (about !== undefined) {
    const named = place(about);
    const variables = `jsonb_build_object('about', ${named}::text, 'own', operation || '.' || ${named}::text)`;
    found.push(`jsonb_path_exists(payload_json, '${NAMED}', ${variables}, true)`);
  }
  return found;
}
