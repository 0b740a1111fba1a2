import type { Random } from '../random';
import type { Contact } from './contacts';
import { ADVERTS, ENGLISH } from './tongues/english';
import { BULGARIAN } from './tongues/bulgarian';
import { HUNGARIAN } from './tongues/hungarian';
import { ROMANIAN } from './tongues/romanian';
import { FROM } from './clock';
import { bare, Phrases, type Direction, type Haste, type Phrase } from './phrases';
import { DIGITS, EMOJI, PICTURES, RIGHT_TO_LEFT, UNKNOWABLE } from './fragments';
import { THEMES, type Field, type Role, type Theme } from './themes';
import type { Tongue } from './tongues/tongue';

/** A message as it was written, and what is true of it. */
export interface Written {
  readonly direction: Direction;
  /** Empty where only media was sent. */
  readonly text: string;
  readonly media: string | undefined;
  /** ISO 639-1; `und` where nobody could say; `zxx` where there is nothing to say. */
  readonly language: string;
  /** Without the signs of its language, or in Latin letters for another alphabet. */
  readonly isTransliterated: boolean;
  readonly mixedWith: string | undefined;
  readonly themes: readonly Theme[];
  readonly fields: readonly Field[];
}

const PHRASES: Readonly<Record<Tongue['code'], Phrases>> = {
  hu: new Phrases(HUNGARIAN),
  ro: new Phrases(ROMANIAN),
  en: new Phrases(ENGLISH),
  bg: new Phrases(BULGARIAN),
};
const OF_ADVERTS = new Phrases({ ...ENGLISH, frames: { ...noFrames(), adverts: ADVERTS } });
const OWNERS_HASTE = 0.33;

/** How many sentences of a role's thread are about the case, and about what, by how often. */
const CASE_TALK: Readonly<Record<Role, { share: number; first: readonly Theme[]; then: readonly Theme[] }>> = {
  'potential-victim': {
    share: 0.5,
    first: often({ recruitment: 5, travel: 4, documents: 1, accommodation: 2 }),
    then: often({ adverts: 4, money: 4, debt: 3, control: 4, documents: 1, accommodation: 2, travel: 1 }),
  },
  associate: evenly(0.5, { travel: 3, adverts: 4, money: 4, accommodation: 2, control: 1, debt: 1, documents: 1 }),
  client: evenly(0.6, { adverts: 6, money: 1, accommodation: 2, travel: 1 }),
  family: evenly(0.02, { money: 2, travel: 1 }),
  friend: evenly(0.04, { money: 2, travel: 2, recruitment: 1 }),
};
/** Who adverts are forwarded to and from. */
const FORWARDING: ReadonlySet<Role> = new Set(['associate', 'potential-victim']);
/** Of a thread with a potential victim: so much of it comes before the arrival. */
const EARLY = 0.12;

function often(times: Partial<Record<Theme, number>>): readonly Theme[] {
  return THEMES.flatMap((theme) => Array<Theme>(times[theme] ?? 0).fill(theme));
}

function evenly(share: number, times: Partial<Record<Theme, number>>) {
  return { share, first: often(times), then: often(times) };
}

function noFrames(): Tongue['frames'] {
  return { ...(Object.fromEntries(THEMES.map((theme) => [theme, []])) as unknown as Tongue['frames']), ordinary: [] };
}

/** Adverts that the suspect forwards again and again. */
export function inventedAdverts(random: Random): readonly Phrase[] {
  return Array.from({ length: 60 }, () => OF_ADVERTS.sentence('adverts', 'out', 'none', random, FROM));
}

/** One thread, message by message. */
export class Conversation {
  private direction: Direction;

  constructor(
    private readonly contact: Contact,
    private readonly adverts: readonly Phrase[],
    private readonly random: Random,
  ) {
    this.direction = random.pick(['in', 'out']);
  }

  /** @param nth from 0 */
  next(nth: number, at: number): Written {
    const { random, contact } = this;
    if (nth > 0 && random.chance(0.58)) this.direction = this.direction === 'in' ? 'out' : 'in';
    if (contact.role === 'potential-victim' && nth === 0) return this.told(at, ['recruitment']);
    const drawn = random.next();
    if (drawn < 0.04) return { ...this.nothing(), media: mediaName(random, at) };
    if (drawn < 0.07) return this.signs(at);
    if (drawn < 0.105) return { ...this.nothing(), text: unknowable(random), language: 'und' };
    if (drawn < 0.345) return this.short();
    if (drawn < 0.395 && FORWARDING.has(contact.role)) return this.forwarded();
    if (drawn > 0.995 && contact.role === 'client') return this.rightToLeft();
    return this.told(at, this.topics(nth));
  }

  private topics(nth: number): readonly (Theme | undefined)[] {
    const { random, contact } = this;
    const { share, first, then } = CASE_TALK[contact.role];
    const sentences = random.chance(0.62) ? 1 : random.chance(0.75) ? 2 : 3;
    const themes = nth / contact.messages < EARLY ? first : then;
    const topics = Array.from({ length: sentences }, () => (random.chance(share) ? random.pick(themes) : undefined));
    // Nobody says twice the same thing in one message.
    return topics.map((theme, at) => (topics.indexOf(theme) === at ? theme : undefined));
  }

  private told(at: number, topics: readonly (Theme | undefined)[]): Written {
    const { random, direction } = this;
    const language = this.contact.language !== 'en' && random.chance(0.03) ? 'en' : this.contact.language;
    const phrases = PHRASES[language];
    const haste = this.haste();
    const said = topics.map((theme) => phrases.sentence(theme, direction, haste, random, at));
    let text = random.chance(0.18) ? `${random.pick(phrases.tongue.openers)} ` : '';
    text += said
      .map((one, place) => `${one.text}${ending(one.text, place === said.length - 1, random)}`)
      .join(said.length > 1 && random.chance(0.12) ? '\n' : ' ');
    const quoted = random.chance(0.008) ? phrases.sentence(undefined, direction, haste, random, at) : undefined;
    if (quoted) text += `\n"${quoted.text}.\nOK"`;
    const isMixed = language !== 'en' && random.chance(0.02);
    const mixed = isMixed ? PHRASES.en.sentence(undefined, direction, 'none', random, at) : undefined;
    if (mixed) text += ` ${mixed.text}`;
    if (random.chance(0.18)) text += ` ${random.pick(EMOJI).repeat(random.pick([1, 1, 2, 3]))}`;
    return this.typed(text, haste, {
      language,
      mixedWith: isMixed ? 'en' : undefined,
      media: random.chance(0.015) ? mediaName(random, at) : undefined,
      themes: THEMES.filter((theme) => said.some((one) => one.theme === theme)),
      fields: [...said, quoted, mixed].flatMap((one) => one?.fields ?? []),
    });
  }

  private haste(): Haste {
    const { random } = this;
    if (!random.chance(this.direction === 'out' ? OWNERS_HASTE : this.contact.haste)) return 'none';
    return random.pick(['bare', 'bare', 'slang', 'slang', 'lower']);
  }

  private typed(
    text: string,
    haste: Haste,
    { language, ...rest }: Pick<Written, 'language' | 'mixedWith' | 'media' | 'themes' | 'fields'>,
  ): Written {
    const isHasty = haste !== 'none' && language !== 'en';
    const shown = isHasty ? bare(text) : text;
    const fields = isHasty ? rest.fields.map((field) => ({ ...field, written: bare(field.written) })) : rest.fields;
    const isTransliterated = language === 'bg' || shown !== text;
    return { ...this.nothing(), ...rest, text: shown, fields, language, isTransliterated };
  }

  private nothing(): Written {
    return {
      direction: this.direction,
      text: '',
      media: undefined,
      language: 'zxx',
      isTransliterated: false,
      mixedWith: undefined,
      themes: [],
      fields: [],
    };
  }

  /** Nothing but signs, numbers, a link. */
  private signs(at: number): Written {
    const { random } = this;
    const drawn = random.next();
    if (drawn < 0.6) return { ...this.nothing(), text: random.pick(PICTURES) };
    if (drawn < 0.85) return { ...this.nothing(), text: random.pick(DIGITS) };
    const { text, fields } = PHRASES.en.lone(random.pick(['phone', 'url', 'gbp', 'flight', 'time']), random, at);
    return { ...this.nothing(), text, fields };
  }

  private short(): Written {
    const language = this.contact.language;
    const text = this.random.pick(PHRASES[language].tongue.short);
    return this.typed(text, this.haste(), { language, mixedWith: undefined, media: undefined, themes: [], fields: [] });
  }

  private forwarded(): Written {
    const { text, fields } = this.random.pick(this.adverts);
    return { ...this.nothing(), text, fields, themes: ['adverts'], language: 'en' };
  }

  private rightToLeft(): Written {
    return { ...this.nothing(), text: this.random.pick(RIGHT_TO_LEFT), language: 'ar' };
  }
}

function ending(text: string, isLast: boolean, random: Random): string {
  if (/[?!.…]$/.test(text)) return '';
  return isLast ? random.pick(['', '', '', '.', '!', '!!', '...']) : random.pick(['.', '.', '!', ',']);
}

/** A word that was broken off, or letters hit by chance. */
function unknowable(random: Random): string {
  if (random.chance(0.93)) return random.pick(UNKNOWABLE);
  return Array.from({ length: random.whole(3, 6) }, () => random.pick([...'asdfghjklqwrtzxcvbnm'])).join('');
}

function mediaName(random: Random, at: number): string {
  const day = new Date(at).toISOString().slice(0, 10).replaceAll('-', '');
  const [kind, ending] = random.pick([
    ['IMG', 'jpg'],
    ['IMG', 'jpg'],
    ['PTT', 'opus'],
    ['VID', 'mp4'],
    ['STK', 'webp'],
  ] as const);
  return `${kind}-${day}-WA${String(random.whole(0, 9999)).padStart(4, '0')}.${ending}`;
}
