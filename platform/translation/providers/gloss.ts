import { existsSync } from 'node:fs';
import path from 'node:path';
import { dictdEntries } from './dictd';
import { GlossDictionary } from './gloss-dictionary';
import { GLOSS_LANGUAGES } from './gloss-languages';
import { OPAQUE } from './opaque';
import {
  ProviderFailure,
  type ProviderAnswer,
  type ProviderHealth,
  type ProviderRequest,
  type TranslationProvider,
} from './provider';

const FOLDER = '/usr/share/dictd';
const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu;

/** Word by word what FreeDict's dictionaries have, for those that are installed. A dictionary is read when it is first needed, and kept. */
export class Gloss implements TranslationProvider {
  readonly id = 'gloss';
  readonly kind = 'gloss';
  readonly leavesPremises = false;
  /** Of how a sense is chosen and forms are led back to headwords. */
  readonly version = 'freedict-1';
  readonly limits = { texts: 1_000, characters: 100_000 };
  readonly pencePerMillion = 0;
  private readonly dictionaries = new Map<string, Promise<GlossDictionary>>();

  /** @param folder where the system keeps dictd's dictionaries */
  constructor(private readonly folder = FOLDER) {}

  async health(): Promise<ProviderHealth> {
    const languages = await this.languages();
    return languages.length > 0
      ? { isHealthy: true, detail: `Dictionaries are installed for ${languages.join(', ')}.` }
      : { isHealthy: false, detail: 'No dictionary is installed: install for example dict-freedict-hun-eng.' };
  }

  languages(): Promise<readonly string[]> {
    return Promise.resolve(Object.keys(GLOSS_LANGUAGES).filter((language) => this.fileOf(language) !== undefined));
  }

  async translate({ texts, from, signal }: ProviderRequest): Promise<ProviderAnswer> {
    if (signal.aborted)
      throw new ProviderFailure('unavailable', 'The dictionaries were not asked: the work was stopped.');
    const dictionary = await this.dictionary(from);
    return {
      texts: texts.map((text) => glossed(text, dictionary)),
      chargedCharacters: texts.reduce((sum, { length }) => sum + length, 0),
    };
  }

  private dictionary(language: string): Promise<GlossDictionary> {
    const known = this.dictionaries.get(language);
    if (known) return known;
    const file = this.fileOf(language);
    const details = GLOSS_LANGUAGES[language];
    if (file === undefined || !details)
      throw new ProviderFailure(
        'refused',
        `No dictionary from ${language} to English is installed: choose another provider for it.`,
      );
    const reading = dictdEntries(file).then((entries) => GlossDictionary.from(entries, details));
    this.dictionaries.set(language, reading);
    return reading.catch(() => {
      this.dictionaries.delete(language);
      throw new ProviderFailure('unavailable', `The dictionary ${details.dictionary} cannot be read: install it anew.`);
    });
  }

  private fileOf(language: string): string | undefined {
    const details = GLOSS_LANGUAGES[language];
    const file = path.join(this.folder, details?.dictionary ?? '');
    return details && existsSync(`${file}.index`) && existsSync(`${file}.dict.dz`) ? file : undefined;
  }
}

/** Each word by its gloss where it has one; everything else as it is. */
function glossed(text: string, dictionary: GlossDictionary): string {
  return text
    .split(OPAQUE)
    .map((part, at) => (at % 2 === 1 ? part : part.replaceAll(WORD, (word) => cased(dictionary.gloss(word), word))))
    .join('');
}

/** With a capital where the word has one. */
function cased(gloss: string | undefined, word: string): string {
  if (gloss === undefined) return word;
  return /^\p{Lu}/u.test(word) ? gloss.charAt(0).toUpperCase() + gloss.slice(1) : gloss;
}
