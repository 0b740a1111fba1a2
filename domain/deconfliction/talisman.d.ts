declare module 'talisman/phonetics/daitch-mokotoff' {
  /** The codes of a word, six digits each; several where it can be read in several ways. */
  export default function daitchMokotoff(word: string): string[];
}
