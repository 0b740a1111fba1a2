import type { Finder } from '../entity';
import { eachMatch } from './each-match';

/** Postcode areas of the United Kingdom (Royal Mail; own compilation from common knowledge). */
const AREAS = new Set(
  (
    'AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|' +
    'HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|' +
    'PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE'
  ).split('|'),
);
/** BS 7666: the last two letters are none of C, I, K, M, O, V. */
const POSTCODE = /(?<![\p{L}\p{N}])([A-Z]{1,2})(\d(?:\d|[A-HJKMNPR-Y])?) ?(\d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\p{N}])/giu;
/** “b12 3rd floor” */
const ORDINAL = /^\d(?:st|nd|rd|th)$/;

/** Full postcodes of the United Kingdom, in capitals or small letters. */
export const postcodes: Finder = ({ text, hasDigits }) =>
  hasDigits
    ? eachMatch('place', text, POSTCODE, ([, area = '', district = '', inward = '']) =>
        AREAS.has(area.toUpperCase()) && !ORDINAL.test(inward)
          ? `${area}${district} ${inward}`.toUpperCase()
          : undefined,
      )
    : [];
