import { NotFoundException } from '@nestjs/common';
import { Redirect } from '../http/view';
import type { Draft } from './draft';
import type { Drafts } from './drafts.service';

/**
 * A draft that its author can still change; else where they go on: to the operation that it has become, or to the page that sends the
 * rest of it.
 *
 * @throws NotFoundException where there is none, or it is somebody else's
 */
export async function openDraft(drafts: Drafts, person: string, id: string): Promise<Draft | Redirect> {
  const draft = await findDraft(drafts, person, id);
  if (draft instanceof Redirect || draft.acts === undefined) return draft;
  return new Redirect(`/referrals/${id}/check`);
}

/** A draft, whether or not some of it has been sent. @throws NotFoundException */
export async function findDraft(drafts: Drafts, person: string, id: string): Promise<Draft | Redirect> {
  const draft = await drafts.one(person, id);
  if (draft) return draft;
  const reference = await drafts.became(person, id);
  if (reference === undefined) throw new NotFoundException();
  return new Redirect(`/operations/${reference}`);
}
