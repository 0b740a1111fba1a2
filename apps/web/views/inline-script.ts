import { createHash } from 'node:crypto';

/** The one script that stands in the page itself: it tells the styles that scripts run, before anything is shown (GOV.UK Frontend). */
export const INLINE_SCRIPT =
  "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');";

export const INLINE_SCRIPT_DIGEST = createHash('sha256').update(INLINE_SCRIPT).digest('base64');
