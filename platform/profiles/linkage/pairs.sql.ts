/** Identities that may be one person are found by what they have in common: each rule is one join. */
const RULES: readonly string[] = [
  'a.birth = b.birth AND a.surname_code = b.surname_code',
  'a.birth = b.birth AND a.given_code = b.given_code',
  'a.birth = b.birth AND a.given_code = b.surname_code',
  'a.phone = b.phone',
  'a.document = b.document',
  'a.given_code = b.given_code AND a.surname_code = b.surname_code AND a.postcode = b.postcode',
  'a.given_code = b.given_code AND a.surname_code = b.surname_code AND a.birth_year = b.birth_year',
  'a.given_code = b.given_code AND a.surname_code = b.surname_code AND a.birth_day = b.birth_day',
];

/** What is compared, in a table as narrow as can be: it is read once for each rule. */
export const COMPARED = `
  CREATE UNLOGGED TABLE linking.compared AS
    SELECT id, given, given_sound, given_code, surname, surname_sound, surname_code, birth,
      extract(year FROM birth)::integer AS birth_year, extract(month FROM birth)::integer * 100 + extract(day FROM birth)::integer AS birth_day,
      to_char(birth, 'YYYYMMDD') AS birth_digits, to_char(birth, 'YYYYDDMM') AS birth_swapped, sex, postcode, left(postcode, -3) AS outward, phone, document
    FROM person_identity`;

export const CANDIDATES = `
  CREATE UNLOGGED TABLE linking.candidate AS
    ${RULES.map((rule) => `SELECT a.id AS one, b.id AS other FROM linking.compared a JOIN linking.compared b ON a.id < b.id AND ${rule}`).join('\n    UNION\n    ')}`;

const name = (a: string, b: string, aSound: string, bSound: string) => `
  CASE WHEN ${a} IS NULL OR ${b} IS NULL THEN '9' WHEN ${a} = ${b} THEN '4' WHEN ${aSound} = ${bSound} THEN '3'
    WHEN least(length(${a}), length(${b})) = 1 THEN CASE WHEN left(${a}, 1) = left(${b}, 1) THEN '1' ELSE '0' END
    WHEN levenshtein_less_equal(${a}, ${b}, 2) <= CASE WHEN greatest(length(${a}), length(${b})) > 6 THEN 2 ELSE 1 END THEN '2'
    ELSE '0' END`;
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
    WHEN levenshtein_less_equal(a.birth_digits, b.birth_digits, 1) <= 1
      OR a.birth_digits = b.birth_swapped THEN '3'
    WHEN a.birth_year = b.birth_year OR a.birth_day = b.birth_day THEN '2' ELSE '0' END ||
  ${equal('sex')} ||
  CASE WHEN a.postcode IS NULL OR b.postcode IS NULL THEN '9' WHEN a.postcode = b.postcode THEN '2' WHEN a.outward = b.outward THEN '1' ELSE '0' END ||
  ${equal('phone')} || ${equal('document')}`;

const patternsOf = (pairs: string) =>
  `SELECT ${PATTERN} AS pattern, count(*)::integer AS count FROM ${pairs} GROUP BY 1`;

/** Pairs taken at random, the same each time: hardly any of them is one person. */
export const RANDOM_PATTERNS = (size: number) => `
  WITH sample AS MATERIALIZED (SELECT * FROM linking.compared ORDER BY md5(id::text) LIMIT ${size})
  ${patternsOf('sample a JOIN sample b ON a.id < b.id')}`;

/** Of every so many dates of birth, all pairs that share it. */
export const BIRTH_PATTERNS = (oneOf: number) =>
  patternsOf(
    `linking.compared a JOIN linking.compared b ON a.id < b.id AND a.birth = b.birth AND (a.birth - '1900-01-01'::date) % ${oneOf} = 0`,
  );

/** Of every so many sounds of names, all pairs that share them. */
export const NAME_PATTERNS = (oneOf: number) =>
  patternsOf(
    `linking.compared a JOIN linking.compared b
     ON a.id < b.id AND a.given_code = b.given_code AND a.surname_code = b.surname_code AND (a.given_code + a.surname_code) % ${oneOf} = 0`,
  );

/** Each candidate with its pattern, and the share of identities that have the given name and surname that it agrees on. */
export const COMPARISONS_OF_CANDIDATES = `
  CREATE UNLOGGED TABLE linking.pair AS
    SELECT c.one, c.other, ${PATTERN} AS pattern, a.given, a.surname
    FROM linking.candidate c JOIN linking.compared a ON a.id = c.one JOIN linking.compared b ON b.id = c.other`;

export const FREQUENCIES = ['given', 'surname'].map(
  (column) => `
  CREATE UNLOGGED TABLE linking.${column}_share AS
    SELECT ${column} AS name, count(*)::float8 / sum(count(*)) OVER () AS share FROM linking.compared WHERE ${column} IS NOT NULL GROUP BY ${column}`,
);

/**
 * The pairs that weigh enough, the heaviest first. A name that is equal counts for more the rarer it is (Winkler 2000): by how much
 * rarer than names are that agree by chance.
 * Values: patterns, their weights, shares of given names and surnames that are equal by chance, least weight.
 */
export const LINKS = `
  INSERT INTO person_link
    SELECT one, other, pattern, weight FROM (
      SELECT p.one, p.other, p.pattern, w.weight
        + CASE WHEN left(p.pattern, 1) = '4' THEN ln($3::float8 / g.share) / ln(2::float8) ELSE 0 END
        + CASE WHEN substr(p.pattern, 2, 1) = '4' THEN ln($4::float8 / s.share) / ln(2::float8) ELSE 0 END AS weight
      FROM linking.pair p JOIN unnest($1::text[], $2::float8[]) AS w (pattern, weight) ON w.pattern = p.pattern
        LEFT JOIN linking.given_share g ON g.name = p.given LEFT JOIN linking.surname_share s ON s.name = p.surname
    ) weighed WHERE weight >= $5`;
