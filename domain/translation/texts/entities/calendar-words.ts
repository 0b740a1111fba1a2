/**
 * Months and weekdays as people write them in Hungarian, Romanian, Bulgarian (in both alphabets), Albanian, Polish, Vietnamese, Slovak
 * and English; in small letters without signs, cases included. Own compilation from common knowledge.
 */
const MONTH_WORDS: readonly string[] = [
  'january jan januar ianuarie ian януари яну yanuari ianuari qnuari januari janarit janar styczen stycznia januara januari',
  'february feb febr februar februarie fevruari феvruari февруари фев shkurt shkurtit luty lutego februara',
  'march mar marcius marc martie mart март mars marsit marzec marca marec',
  'april apr aprilis aprilie април апр prill prillit kwiecien kwietnia kwiet aprila',
  'may majus maj mai май maji majit maja maj',
  'june jun junius iunie юни yuni iuni juni qershor qershorit czerwiec czerwca juna',
  'july jul julius iulie юли yuli iuli juli korrik korrikut lipiec lipca jula',
  'august aug augusztus август avgust gusht gushtit sierpien sierpnia augusta',
  'september sep sept szeptember szept septembrie септември септ septemvri shtator shtatorit wrzesien wrzesnia septembra',
  'october oct oktober okt octombrie октомври окт oktomvri tetor tetorit pazdziernik pazdziernika oktobra',
  'november nov noiembrie ноември noemvri nentor nentorit listopad listopada novembra',
  'december dec decembrie dek декември дек dekemvri dhjetor dhjetorit grudzien grudnia decembra',
];

/** From 1. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_WORDS.flatMap((words, place) => words.split(' ').map((word) => [word, place + 1] as const)),
);

/** Only Hungarian and English put the month first: in Romanian “mai 2” is “two more”. “Mar” alone is Hungarian for “already”. */
export const MONTHS_BEFORE_DAYS: ReadonlySet<string> = new Set(
  (
    'january jan januar february feb febr februar march marcius marc april apr aprilis may majus maj ' +
    'june jun junius july jul julius august aug augusztus september sep sept szeptember szept october oct oktober okt ' +
    'november nov december dec'
  ).split(' '),
);

/** Without those that are other words as well, as Romanian “luni” (months) without its article. */
const WEEKDAY_WORDS: readonly string[] = [
  'monday hetfo hetfon понеделник ponedelnik poniedzialek pondelok pondelka',
  'tuesday kedd kedden вторник vtornik wtorek utorok utorka',
  'wednesday szerda szerdan miercuri сряда sryada sroda srode sredu',
  'thursday csutortok csutortokon четвъртък chetvartak czwartek stvrtok',
  'friday pentek penteken vineri петък petak petyk piatek piatok',
  'saturday szombat szombaton sambata събота sabota sobota sobote sobotu',
  'sunday vasarnap duminica неделя nedelya niedziela niedziele nedela nedelu',
];

/** From 1, Monday (ISO 8601). */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  WEEKDAY_WORDS.flatMap((words, place) => words.split(' ').map((word) => [word, place + 1] as const)),
);

/** “thứ hai” to “thứ bảy”, “chủ nhật”. */
export const WEEKDAYS_VIETNAMESE: ReadonlyMap<string, number> = new Map([
  ['thu hai', 1],
  ['thu 2', 1],
  ['thu ba', 2],
  ['thu 3', 2],
  ['thu tu', 3],
  ['thu 4', 3],
  ['thu nam', 4],
  ['thu 5', 4],
  ['thu sau', 5],
  ['thu 6', 5],
  ['thu bay', 6],
  ['thu 7', 6],
  ['chu nhat', 7],
]);
