/** A table of Markdown, its columns aligned as the formatter would. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows].map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, at) => Math.max(3, ...lines.map((cells) => cells[at]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [first = [], ...rest] = lines;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
}

export const code = (word: string) => `\`${word}\``;

export const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');

/** A page of paragraphs, tables and headings. */
export const page = (parts: readonly string[]) => `${parts.filter((part) => part !== '').join('\n\n')}\n`;
