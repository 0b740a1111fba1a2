/**
 * Words for money in the languages of these messages; small letters without signs, cases included. Own compilation from common
 * knowledge. “Lira” is what Bulgarians and Romanians in the United Kingdom call the pound.
 */
const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  GBP:
    '£ gbp pound pounds quid stg fontok font lira lire sterline sterlina sterlinash ' +
    'паунд паунда паунди лира лири paund paunde paundi paunda lir liri funt funty funtow funtach funta ' +
    'bang libra libry libier libr',
  EUR: '€ eur euro euros euroval eura eurova evro евро eurot',
  HUF: 'ft huf forint forintok форинт форинта forintow forinti forinty forintov',
  RON: 'lei leu ron leule леи лея',
  BGN: 'lv bgn lev leva лв лев лева левчета лв. lewa lewow',
  ALL: 'lek leke leket leku леке',
  PLN: 'zl pln zloty zlote zlotych zlotego zlotowek zlot злоти zlotych',
  VND: '₫ vnd dong',
  USD: '$ usd dollar dollars dolar dolari dolare dolarow dolary долар долара долари dollart',
  CZK: 'kc czk korun koruna koruny korona',
};

/** By what is written. */
export const CURRENCIES: ReadonlyMap<string, string> = new Map(
  Object.entries(CURRENCY_WORDS).flatMap(([code, words]) => words.split(' ').map((word) => [word, code] as const)),
);

/** Words that multiply. */
export const MULTIPLIERS: ReadonlyMap<string, number> = new Map([
  ...'k ezer mii mie tys tysiecy tysiac tysiace хил хиляди хиляда hil hiljadi hilyadi mije nghin ngan tisic tisice tis thousand grand'
    .split(' ')
    .map((word) => [word, 1_000] as const),
  ...'m mil mln million milioane milion miliona miliony milionow millio мил млн милион милиона trieu milionov'
    .split(' ')
    .map((word) => [word, 1_000_000] as const),
]);
