import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

export const NULL = '\\N';

/** A value in the text format of COPY; absent ones are NULL. */
export const escaped = (value: string | null | undefined): string =>
  value === undefined || value === null
    ? NULL
    : value.replaceAll(/[\\\t\n\r]/g, (special) => ESCAPES[special] as string);

/** A line of COPY. */
export const copyLine = (values: readonly (string | number | boolean | null)[]): string =>
  `${values.map((value) => escaped(value === null ? null : `${value}`)).join('\t')}\n`;

/** An array of texts as a value of COPY. */
export const copyArray = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`;

/**
 * Fills a table.
 *
 * @param into name of the table, with its columns in parentheses
 */
export const copyIn = (
  connection: PoolClient,
  into: string,
  lines: AsyncIterable<Uint8Array> | readonly Uint8Array[],
): Promise<void> => pipeline(lines, connection.query(copyFrom(`COPY ${into} FROM STDIN`)));
