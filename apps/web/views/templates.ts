import path from 'node:path';
import nunjucks, { type Environment } from 'nunjucks';
import { projectRoot } from '../../../platform/checkout';
import { codesText, codeText } from '../words/codes';
import { eventText } from '../words/events';
import { fieldLabel } from '../words/fields';
import { humanise } from '../words/humanise';
import { personText } from '../words/people';
import { leftText, sinceText } from '../client/countdown';
import { ago, clock, day, daysLeft, deadline, dueIn, isoDay, moment, momentAfter, pounds } from '../words/times';
import { choiceAt, textAt, textsAt } from '../forms/field';
import { options, placeWithout, rowId, sentTo, summaryOf } from '../forms/shown';
import { isTimeWrong } from '../forms/times';
import { commandTitle } from '../words/commands';
import { languageText } from '../words/places';
import { numberText, shareText, slug } from '../words/numbers';
import { ASSETS_DIGEST } from './assets';
import { INLINE_SCRIPT } from './inline-script';

/** The templates: our own pages over the components of the GOV.UK Design System and the Ministry of Justice. */
export function createTemplates(): Environment {
  const packages = path.join(projectRoot(), 'node_modules');
  const folders = [
    path.join(projectRoot(), 'apps', 'web', 'views'),
    path.join(packages, 'govuk-frontend', 'dist'),
    path.join(packages, '@ministryofjustice', 'frontend'),
  ];
  const templates = new nunjucks.Environment(new nunjucks.FileSystemLoader(folders), {
    autoescape: true,
    throwOnUndefined: false,
    trimBlocks: true,
    lstripBlocks: true,
  });
  const filters = {
    code: codeText,
    codes: codesText,
    commandTitle,
    event: eventText,
    fieldLabel,
    humanise,
    person: personText,
    moment,
    momentAfter,
    deadline,
    clock,
    day,
    daysLeft,
    isoDay,
    ago,
    dueIn,
    pounds,
    left: (until: string, now: string) => leftText(Date.parse(until), Date.parse(now)),
    sinceThen: (since: string, now: string) => sinceText(Date.parse(since), Date.parse(now)),
    number: numberText,
    share: shareText,
    language: languageText,
    slug,
  };
  for (const [name, filter] of Object.entries(filters))
    templates.addFilter(name, filter as (...args: unknown[]) => unknown);
  const globals = {
    typedText: textAt,
    typedChoice: choiceAt,
    typedTexts: textsAt,
    ...{ options, summaryOf, isTimeWrong, rowId, placeWithout, sentTo },
    assets: `/assets/${ASSETS_DIGEST}`,
    inlineScript: INLINE_SCRIPT,
  };
  for (const [name, value] of Object.entries(globals)) templates.addGlobal(name, value);
  return templates;
}
