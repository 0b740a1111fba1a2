import { NotFoundException } from '@nestjs/common';
import type { Translation } from '../../api/translations/translations.schema';
import type { Api } from '../api-client/api';
import { View } from '../http/view';
import { pathOf, readActions, readNames, readOperation } from '../operations/read-operation';
import { SECTIONS } from '../operations/sections';
import { actionsOn } from '../operations/dossier';
import { doneOf, isGoing, leftText, stateText } from './progress';

/** What can be done about a translation. */
const ACTS = [
  ...['pauseTranslation', 'resumeTranslation', 'cancelTranslation', 'reviewTranslation', 'requestQualifiedTranslation'],
  ...['completeProduct', 'confirmExtract'],
];
const SHORT_ID = /^T[1-9]\d{0,3}$/;

/** Address of a translation at the API. @param id as T1 */
export const translationPath = (reference: string, id: string, rest = '') =>
  pathOf(reference, `/translations/${id}${rest}`);

/**
 * What every page of a translation shows. One that was asked for a moment ago is not taken up yet: then the page that says so.
 *
 * @throws NotFoundException for what is no translation of a file
 */
export async function readTranslation(api: Api, reference: string, id: string) {
  if (!SHORT_ID.test(id)) throw new NotFoundException();
  const [operation, translation, actions, names] = await Promise.all([
    readOperation(api, reference),
    api.find<Translation>(translationPath(reference, id)),
    readActions(api, reference, ACTS),
    readNames(api, reference),
  ]);
  const own = operation.translations.find((one) => one.id === `${reference}.${id}`);
  if (own?.file === undefined) throw new NotFoundException();
  const frame = {
    operation,
    shortId: id,
    at: `/operations/${reference}/translations/${id}`,
    sections: SECTIONS,
    current: 'products',
  };
  if (!translation) return new View('translations/waiting.njk', { ...frame, title: names[own.id] ?? own.id });
  const allowed = actions.items.filter((action) => action.allowed);
  // Somebody has said how it is read: that has not come through yet.
  const isTakenUp = translation.state === 'to-confirm' && own.status === 'confirmed';
  const title = names[translation.id] ?? translation.id;
  return {
    ...frame,
    translation,
    actions: actions.items,
    acts: actionsOn(translation.id, allowed).filter(({ command }) => command !== 'confirmExtract'),
    title,
    fileName: names[translation.file] ?? translation.file,
    stateText: isTakenUp ? 'Being taken up' : stateText(translation),
    done: doneOf(translation),
    left: leftText(translation.secondsLeft),
    isGoing: isTakenUp || isGoing(translation),
    /** Whether a person has to say how the file is read. */
    isAsking: translation.state === 'to-confirm' && !isTakenUp,
    isTranslated: translation.state === 'translated',
    reviewed: own.status === 'reviewed',
    qualified: operation.qualifiedTranslations.filter((one) => one.translation === translation.id),
  };
}
export type ReadTranslation = Exclude<Awaited<ReturnType<typeof readTranslation>>, View>;
