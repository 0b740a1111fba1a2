import { existsSync } from 'node:fs';
import path from 'node:path';
import { GLOSS_LANGUAGES } from './gloss-languages';
import { glossThread } from './gloss-thread';
import {
  ProviderFailure,
  type ProviderAnswer,
  type ProviderHealth,
  type ProviderRequest,
  type TranslationProvider,
} from './provider';

const FOLDER = '/usr/share/dictd';

/** Word by word what FreeDict's dictionaries have, for those that are installed. A dictionary is read when it is first needed, and kept for a while. */
export class Gloss implements TranslationProvider {
  readonly id = 'gloss';
  readonly kind = 'gloss';
  readonly leavesPremises = false;
  /** Of how a sense is chosen and forms are led back to headwords. */
  readonly version = 'freedict-1';
  readonly limits = { texts: 1_000, characters: 100_000 };
  readonly pencePerMillion = 0;
  private readonly thread = glossThread();

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
    const file = this.fileOf(from);
    if (file === undefined)
      throw new ProviderFailure(
        'refused',
        `No dictionary from ${from} to English is installed: choose another provider for it.`,
      );
    const glossed = await this.thread.ask({ language: from, file, texts }).catch(() => {
      throw new ProviderFailure('unavailable', 'The thread that has the dictionaries ended before it had answered.');
    });
    if (glossed === null)
      throw new ProviderFailure(
        'unavailable',
        `The dictionary ${path.basename(file)} cannot be read: install it anew.`,
      );
    return { texts: glossed, chargedCharacters: texts.reduce((sum, { length }) => sum + length, 0) };
  }

  /** Ends the thread that has the dictionaries. */
  close(): Promise<void> {
    return this.thread.end();
  }

  private fileOf(language: string): string | undefined {
    const details = GLOSS_LANGUAGES[language];
    const file = path.join(this.folder, details?.dictionary ?? '');
    return details && existsSync(`${file}.index`) && existsSync(`${file}.dict.dz`) ? file : undefined;
  }
}
