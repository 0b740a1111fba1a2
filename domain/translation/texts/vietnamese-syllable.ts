/** Beginnings and endings of Vietnamese syllables without their signs (“nghiêng” is ngh + ieng); each word is one syllable. */
const BEGINNINGS = 'ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x';
const ENDINGS =
  'a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|e|ec|em|en|eng|enh|eo|ep|et|eu|ech|i|ia|ich|iec|iem|ien|ieng|iep|iet|ieu|im|in|inh|ip|it|iu|' +
  'o|oa|oac|oach|oai|oam|oan|oang|oanh|oat|oay|oc|oe|oen|oi|om|on|ong|op|ot|u|ua|uan|uang|uat|uay|uc|ue|uech|ui|um|un|ung|uoc|uoi|uom|uon|' +
  'uong|uop|uot|uou|up|ut|uu|uy|uya|uych|uyen|uyet|uynh|uyt|y|yem|yen|yet|yeu';

const SYLLABLE = new RegExp(`^(?:${BEGINNINGS})?(?:${ENDINGS})$`);
/** What few syllables of other languages begin or end with. */
const TELLING = /^(?:ng|nh|kh|ph|th|tr|gi|qu)|(?:ng|nh|uo[cimntu]|uye[nt]|ie[cmnptu]|oa[cint]?)$/;

/** Whether a word in small letters without signs can be Vietnamese at all, and whether it looks so. */
export function vietnameseSyllable(word: string): 'not' | 'possible' | 'telling' {
  if (word.length > 7 || !SYLLABLE.test(word)) return 'not';
  return TELLING.test(word) ? 'telling' : 'possible';
}
