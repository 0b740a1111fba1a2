import { fileField } from '../forms/file-field';

/** The field for a file of records. */
export const recordsFile = (label: string) => fileField(label, 'CSV, in any usual encoding', '.csv,.tsv,.txt,text/csv');
