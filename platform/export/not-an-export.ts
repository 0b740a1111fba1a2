/** A file that is no export, or none that this version can read; the message is the end of a sentence about it. */
export class NotAnExport extends Error {}
