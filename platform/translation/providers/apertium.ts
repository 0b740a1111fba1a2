import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ApertiumPipeline } from './apertium-pipeline';
import { fromStream, toStream } from './apertium-stream';
import { Patience } from './network-failure';
import {
  ProviderFailure,
  type ProviderAnswer,
  type ProviderHealth,
  type ProviderRequest,
  type TranslationProvider,
} from './provider';

const FOLDER = '/usr/share/apertium/modes';
/** A batch takes seconds. [P] */
const TIMEOUT_MS = 60_000;

/**
 * Ways to English by Apertium's modes, one after the other, of which the first that is installed is taken. Debian has Bulgarian by way
 * of Macedonian, and Romanian by way of Spanish; both lose something on the way.
 */
const WAYS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  bg: [['bul-mkd', 'mkd-eng']],
  bs: [['hbs-eng']],
  ca: [['cat-eng']],
  es: [['spa-eng']],
  hr: [['hbs-eng']],
  is: [['isl-eng']],
  mk: [['mkd-eng']],
  ro: [['ro-es', 'spa-eng']],
  // Written in either alphabet; what is in Latin letters comes through the first mode unchanged.
  sr: [['Cyrl-Latn', 'hbs-eng'], ['hbs-eng']],
};

export interface ApertiumOptions {
  /** Where Apertium keeps its modes. */
  readonly folder?: string;
  readonly timeoutMs?: number;
}

/** Rule-based translation on this machine, for the pairs that are installed. What it does not know stays as it is. */
export class Apertium implements TranslationProvider {
  readonly id = 'apertium';
  readonly kind = 'translation';
  readonly leavesPremises = false;
  readonly version = '3.8';
  /** What its pipelines take some seconds for. [P] */
  readonly limits = { texts: 200, characters: 20_000 };
  readonly pencePerMillion = 0;
  private readonly pipelines = new Map<string, ApertiumPipeline>();

  constructor(private readonly options: ApertiumOptions = {}) {}

  async health(): Promise<ProviderHealth> {
    const languages = await this.languages();
    return languages.length > 0
      ? { isHealthy: true, detail: `Apertium is installed for ${languages.join(', ')}.` }
      : {
          isHealthy: false,
          detail: 'No pair of Apertium is installed that leads to English: install for example apertium-hbs-eng.',
        };
  }

  languages(): Promise<readonly string[]> {
    const modes = this.modes();
    return Promise.resolve(Object.keys(WAYS).filter((language) => wayOf(language, modes)));
  }

  async translate({ texts, from, signal }: ProviderRequest): Promise<ProviderAnswer> {
    const way = wayOf(from, this.modes());
    if (!way)
      throw new ProviderFailure(
        'refused',
        `No pair of Apertium that leads from ${from} to English is installed: choose another provider for it.`,
      );
    const patience = new Patience('Apertium', signal, this.options.timeoutMs ?? TIMEOUT_MS);
    // What has no words in it needs no translation.
    const worded = texts.flatMap((text, place) => (/\p{L}/u.test(text) ? [place] : []));
    let streams: readonly string[] = worded.map((place) => toStream((texts[place] ?? '').replaceAll('\0', ' ')));
    if (streams.length > 0) for (const mode of way) streams = await this.pipeline(mode).translate(streams, patience);
    const answers = [...texts];
    worded.forEach((place, at) => (answers[place] = fromStream(streams[at] ?? '')));
    return { texts: answers, chargedCharacters: texts.reduce((sum, { length }) => sum + length, 0) };
  }

  /** Ends the programs that it has started. */
  close(): void {
    for (const pipeline of this.pipelines.values()) pipeline.close();
  }

  private get folder(): string {
    return this.options.folder ?? FOLDER;
  }

  private modes(): ReadonlySet<string> {
    try {
      return new Set(readdirSync(this.folder).map((file) => path.basename(file, '.mode')));
    } catch {
      return new Set();
    }
  }

  private pipeline(mode: string): ApertiumPipeline {
    const open =
      this.pipelines.get(mode) ?? new ApertiumPipeline(readFileSync(path.join(this.folder, `${mode}.mode`), 'utf8'));
    this.pipelines.set(mode, open);
    return open;
  }
}

const wayOf = (language: string, modes: ReadonlySet<string>) =>
  WAYS[language]?.find((way) => way.every((mode) => modes.has(mode)));
