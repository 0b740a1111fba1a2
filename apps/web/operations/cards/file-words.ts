const TYPES: Readonly<Record<string, string>> = {
  'application/json': 'JSON',
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel workbook',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word document',
  'application/x-ndjson': 'JSON lines',
  'application/zip': 'ZIP',
  'image/heic': 'Picture (HEIC)',
  'image/jpeg': 'Picture (JPEG)',
  'image/png': 'Picture (PNG)',
  'text/csv': 'CSV',
  'text/plain': 'Text',
  'text/tab-separated-values': 'TSV',
};

/** What a file is, as people call it. */
export const typeText = (mediaType: string): string => TYPES[mediaType] ?? mediaType;

/** “2.4 MB”: the size of a file in decimal units. */
export function sizeText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB'] as const;
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const size = bytes / 1000 ** power;
  return `${size.toLocaleString('en-GB', { maximumFractionDigits: size < 10 && power > 0 ? 1 : 0 })} ${units[power]}`;
}
