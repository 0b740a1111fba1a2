import { choices } from './tongues/tongue';

/** Put at the end of messages. */
export const EMOJI = choices('😊|😂|❤️|👍|😘|🙏|🥰|😅|🎉|😢|😡|🙈|💪|☀️|🍺|⚽|😴|🤣|💋|🌹|🤷‍♀️|👌|😉|🇭🇺');

/** Messages of pictures and signs alone. */
export const PICTURES = choices(
  '👍|👍👍|❤️|❤️❤️❤️|😂|😂😂😂|😘|🙏|?|??|???|!|!!!|...|👌|😊|🤷‍♀️|😢|:)|:D|<3|😘😘😘|👍🏻|☺️',
);

/** Messages of digits alone. */
export const DIGITS = choices('1|2|3|5|10|20|100|2000|12|7|24|30|45|2-1|0-0|50%|123|1+1|100%|+');

/** What nobody could say the language of. */
export const UNKNOWABLE =
  choices(`ok|Ok|OK|okk|oke|hm|hmm|aha|ja|xd|xD|lol|haha|hahaha|hahahaha|mhm|uff|no|pa|da|hh|k|kk|ah|oo|wtf|wow|mmm|ee|na|
  |Tesco|taxi|stop|super|bravo|bye|ciao|hello`);

/** Arabic, of a client: “hello”, “peace be upon you”, “thank you”, “if God wills”, “how are you”. */
export const RIGHT_TO_LEFT = ['مرحبا', 'السلام عليكم', 'شكرا', 'إن شاء الله', 'كيف حالك؟'];
