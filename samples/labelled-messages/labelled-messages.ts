import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMON_LANGUAGES, UNKNOWN_LANGUAGE } from '../../domain/translation/languages';
import { projectRoot } from '../../platform/checkout';

/** An invented message, and the language that a reader would say it is in. */
export interface LabelledMessage {
  /** ISO 639-1, or {@link UNKNOWN_LANGUAGE} where it could be of several. */
  readonly language: string;
  readonly text: string;
  /** On an odd line of its file: detection was not tuned on it. */
  readonly isHeldOut: boolean;
}

const FOLDER = join('samples', 'labelled-messages');
const AMBIGUOUS = 'ambiguous';

/** Invented phone messages whose language is known, as the files beside this one hold them, one a line. */
export function labelledMessages(): readonly LabelledMessage[] {
  return [...COMMON_LANGUAGES, AMBIGUOUS].flatMap((name) =>
    readFileSync(join(projectRoot(), FOLDER, `${name}.txt`), 'utf8')
      .trimEnd()
      .split('\n')
      .map((text, at) => ({
        language: name === AMBIGUOUS ? UNKNOWN_LANGUAGE : name,
        text,
        isHeldOut: at % 2 === 0,
      })),
  );
}
