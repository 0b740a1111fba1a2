/** A file that cannot be taken in as it is. The message tells a person what to do. */
export class Unreadable extends Error {}
