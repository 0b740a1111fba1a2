/** As many people as a name may have by which alone others are looked for who have no birth. [P] */
const RARE = 4;

/** Identities that may be one person are found by what they have in common: each rule is one join. */
const RULES: readonly string[] = [
  'a.birth = b.birth AND a.surname_code = b.surname_code',
  'a.birth = b.birth AND a.given_code = b.given_code',
  'a.birth = b.birth AND a.given_code = b.surname_code',
  'a.phone = b.phone',
  'a.document = b.document',
  `a.postcode = b.postcode AND (a.given_code = b.given_code OR a.surname_code = b.surname_code OR
    a.given_code = b.surname_code AND a.surname_code = b.given_code)`,
  'a.given_code = b.given_code AND a.surname_code = b.surname_code AND a.birth_year = b.birth_year',
  'a.given_code = b.given_code AND a.surname_code = b.surname_code AND a.birth_day = b.birth_day',
  'a.given_code = b.surname_code AND a.surname_code = b.given_code AND a.birth_year = b.birth_year',
  'a.given = b.given AND a.surname = b.surname AND a.rare AND b.rare AND (a.birth IS NULL OR b.birth IS NULL)',
];

/**
 * What is compared, in a table as narrow as can be, since it is read once for each rule; and how common each name is: its share of
 * all who are told apart by name and birth. Given names and surnames are not independent, as people of one language have both of
 * it: so whole names are counted too.
 */
export const COMPARED: readonly string[] = [
  `CREATE UNLOGGED TABLE linking.named AS
    SELECT given, surname, people <= ${RARE} AS rare, people / sum(people) OVER () AS name_share FROM (
      SELECT given, surname, count(birth)::float8 + 1 AS people
      FROM (SELECT DISTINCT given, surname, birth FROM person_identity WHERE given IS NOT NULL AND surname IS NOT NULL) births
      GROUP BY given, surname) counted`,
  'CREATE UNLOGGED TABLE linking.given AS SELECT given, sum(name_share) AS given_share FROM linking.named GROUP BY given',
  'CREATE UNLOGGED TABLE linking.surname AS SELECT surname, sum(name_share) AS surname_share FROM linking.named GROUP BY surname',
  `CREATE UNLOGGED TABLE linking.born AS
    SELECT birth, extract(year FROM birth)::integer AS birth_year,
      extract(month FROM birth)::integer * 100 + extract(day FROM birth)::integer AS birth_day,
      to_char(birth, 'YYYYMMDD') AS birth_digits, to_char(birth, 'YYYYDDMM') AS birth_swapped
    FROM (SELECT DISTINCT birth FROM person_identity WHERE birth IS NOT NULL) births`,
  'ANALYZE linking.named, linking.given, linking.surname, linking.born',
  `CREATE UNLOGGED TABLE linking.compared AS
    SELECT id, given, given_sound, given_code, surname, surname_sound, surname_code, birth, birth_year, birth_day, birth_digits,
      birth_swapped, sex, postcode, left(postcode, -3) AS outward, phone, document, rare, given_share, surname_share, name_share
    FROM person_identity LEFT JOIN linking.named USING (given, surname) LEFT JOIN linking.given USING (given)
      LEFT JOIN linking.surname USING (surname) LEFT JOIN linking.born USING (birth)`,
  'ANALYZE linking.compared',
];

const name = (a: string, b: string, aSound: string, bSound: string) => `
  CASE WHEN ${a} IS NULL OR ${b} IS NULL THEN '9' WHEN ${a} = ${b} THEN '4' WHEN ${aSound} = ${bSound} THEN '3'
    WHEN least(length(${a}), length(${b})) = 1 THEN CASE WHEN left(${a}, 1) = left(${b}, 1) THEN '5' ELSE '0' END
    ELSE CASE levenshtein_less_equal(${a}, ${b}, 2) WHEN 1 THEN '2' WHEN 2 THEN CASE WHEN least(length(${a}), length(${b})) > 4 THEN '1' ELSE '0' END ELSE '0' END
    END`;
const names = (given: string, surname: string) =>
  `${name('a.given', `b.${given}`, 'a.given_sound', `b.${given}_sound`)} || ${name('a.surname', `b.${surname}`, 'a.surname_sound', `b.${surname}_sound`)}`;

/** Given name and surname may have changed places. */
const CROSSED = 'a.given_code = b.surname_code AND a.surname_code = b.given_code AND a.given_code <> b.given_code';

const equal = (column: string) =>
  `CASE WHEN a.${column} IS NULL OR b.${column} IS NULL THEN '9' WHEN a.${column} = b.${column} THEN '1' ELSE '0' END`;

/** The pattern of a pair (domain/profiles/linkage/comparisons.v1.ts), of `a` and `b`. */
export const PATTERN = `
  CASE WHEN ${CROSSED} THEN ${names('surname', 'given')} ELSE ${names('given', 'surname')} END ||
  CASE WHEN a.birth IS NULL OR b.birth IS NULL THEN '9' WHEN a.birth = b.birth THEN '4'
    WHEN a.birth_digits = b.birth_swapped THEN '3' WHEN levenshtein_less_equal(a.birth_digits, b.birth_digits, 1) <= 1 THEN '2'
    WHEN a.birth_year = b.birth_year OR a.birth_day = b.birth_day THEN '1' ELSE '0' END ||
  ${equal('sex')} ||
  CASE WHEN a.postcode IS NULL OR b.postcode IS NULL THEN '9' WHEN a.postcode = b.postcode THEN '2' WHEN a.outward = b.outward THEN '1' ELSE '0' END ||
  ${equal('phone')} || ${equal('document')}`;

const patternsOf = (pairs: string) =>
  `SELECT ${PATTERN} AS pattern, count(*)::integer AS count FROM ${pairs} GROUP BY 1`;

/**
 * All pairs of one in so many identities, the same each time: hardly any of them is one person. Identities are numbered in the order of
 * their digests, so whichever are taken are taken at random.
 */
export const RANDOM_PATTERNS = (oneOf: number) => `
  WITH sample AS MATERIALIZED (SELECT * FROM linking.compared WHERE id % ${oneOf} = 0)
  ${patternsOf('sample a JOIN sample b ON a.id < b.id')}`;

const BIRTH_PART = (oneOf: number) => `(a.birth - '1900-01-01'::date) % ${oneOf} = 0`;
const NAME_PART = (oneOf: number) => `(a.given_code + a.surname_code) % ${oneOf} = 0`;
/** Pairs are counted in one of so many dates of birth, and sounds of names: to know about how many there are, that is enough. */
const COUNTED_IN = 16;

/** Identities, and about how many pairs of them share a birth, and names and address. */
export const HOW_MANY = `
  SELECT (SELECT count(*)::integer FROM linking.compared) AS identities,
    (SELECT coalesce(sum(n * (n - 1) / 2), 0)::float8 * ${COUNTED_IN}
     FROM (SELECT count(*) AS n FROM linking.compared a WHERE ${BIRTH_PART(COUNTED_IN)} GROUP BY birth) b) AS births,
    (SELECT coalesce(sum(n * (n - 1) / 2), 0)::float8 * ${COUNTED_IN}
     FROM (SELECT count(*) AS n FROM linking.compared a WHERE ${NAME_PART(COUNTED_IN)} AND postcode IS NOT NULL
       GROUP BY given_code, surname_code, postcode) c) AS names`;

/** Of every so many dates of birth, all pairs that share it. */
export const BIRTH_PATTERNS = (oneOf: number) =>
  patternsOf(
    `linking.compared a JOIN linking.compared b ON a.id < b.id AND a.birth = b.birth AND ${BIRTH_PART(oneOf)}`,
  );

/** Of every so many sounds of names, all pairs that share them and the address. */
export const NAME_PATTERNS = (oneOf: number) =>
  patternsOf(
    `linking.compared a JOIN linking.compared b
     ON a.id < b.id AND a.given_code = b.given_code AND a.surname_code = b.surname_code AND a.postcode = b.postcode AND ${NAME_PART(oneOf)}`,
  );

/** The pairs that a rule finds and none before it: so no pair is found twice, and none has to be looked for among the others. */
const found = (rule: string, nth: number) => `
    SELECT a.id AS one, b.id AS other, ${PATTERN} AS pattern, a.given_share, a.surname_share, a.name_share
    FROM linking.compared a JOIN linking.compared b ON a.id < b.id AND ${rule}
    ${RULES.slice(0, nth)
      .map((before) => `AND (${before}) IS NOT TRUE`)
      .join(' ')}`;

/** Each pair that may be one person with its pattern, and the share of people that has the names on which it agrees. */
export const PAIRS = `
  CREATE UNLOGGED TABLE linking.pair AS
    SELECT one, other, pattern,
      CASE WHEN pattern LIKE '44%' THEN name_share WHEN pattern LIKE '4%' THEN given_share WHEN pattern LIKE '_4%' THEN surname_share END AS share
    FROM (${RULES.map(found).join('    UNION ALL')}) p`;

/**
 * The pairs that weigh enough. Names that are equal count for more the rarer they are (Winkler 2000): by how much rarer than names
 * are that agree by chance.
 * They come in the order of their index.
 * Values: patterns, their weights, how often names that are equal in them are so by chance, least weight.
 */
export const LINKS = `
  INSERT INTO person_link
    SELECT one, other, pattern, weight FROM (
      SELECT p.one, p.other, p.pattern, w.weight + coalesce(ln(w.chance / p.share) / ln(2::float8), 0) AS weight
      FROM linking.pair p JOIN unnest($1::text[], $2::float8[], $3::float8[]) AS w (pattern, weight, chance) ON w.pattern = p.pattern
    ) weighed WHERE weight >= $4 ORDER BY one`;
