import { OPAQUE } from './opaque';

/** A full stop that the writer left out, which helps analysis and is taken away again; as Apertium's own deformatter has it. No text makes such a blank. */
const ADDED_STOP = '.[\uE000added\uE000]';
const ENDS_A_SENTENCE = /[.!?…:;]\s*$/u;
/** Signs that are no words, marks or spaces: emoji, and whatever the stream format has a meaning for. */
const SIGNS = /[^\p{L}\p{M}\p{N}\s.,!?…:;'’"“”„()-]+/gu;

const blank = (text: string) => `[${text.replaceAll(/[\\^$/<>{}[\]@]/g, '\\$&')}]`;

/**
 * A text as Apertium's pipelines take it: words in clear; line breaks, signs and what is no language as blanks, which are carried
 * along untouched. It ends with a blank: a stage of some pipelines keeps back what does not.
 */
export function toStream(text: string): string {
  const lines = text.split(/(\r?\n)/).map((line, place) => {
    if (place % 2 === 1) return blank(line);
    const stream = line
      .split(OPAQUE)
      .map((part, at) => (at % 2 === 1 ? blank(part) : part.replaceAll(SIGNS, blank)))
      .join('');
    return line.trim() === '' || ENDS_A_SENTENCE.test(line) ? stream : `${stream}${ADDED_STOP}`;
  });
  return `${lines.join('')}[]`;
}

/** The text that a pipeline made of {@link toStream}. */
export function fromStream(stream: string): string {
  return stream.replaceAll(ADDED_STOP, '').replaceAll(/\\(.)|[[\]]/gsu, '$1');
}
