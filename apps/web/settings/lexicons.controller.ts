import { Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import { LEXICON_THEMES } from '../../../domain/translation/lexicon.schema';
import { Schemas } from '../api-client/schemas';
import type { LexiconOfForce } from '../../api/translations/lexicons.controller';
import { fieldsOf } from '../forms/fields-of';
import { FormPages, type FormPage } from '../forms/form-pages.service';
import { languageName } from '../forms/lists';
import { saidOtherwise } from '../forms/said-otherwise';
import type { Schema } from '../forms/schema';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { codeText } from '../words/codes';
import { isOf, lexiconAt, readLexicon, saveChanged, termQuery, type Named } from './lexicon';
import { chosenForce } from './of-force';

const SHOWN = 100;
const TERM = {
  language: { hint: undefined },
  term: {
    label: 'Term',
    hint: 'One word or several. “*” at the end of a word: whatever endings. Capitals, accents and Latin letters for Cyrillic need no terms of their own',
  },
  forms: { label: 'Other spellings and endings', hint: undefined },
  theme: { label: 'What it is a sign of' },
  meaning: { label: 'What it means, in English' },
  source: { label: 'Where it comes from', hint: 'A compilation, or the guidance whose indicator it follows' },
  weight: { hint: 'A weak term is an everyday word that signals little alone' },
};

/** The words that a force's messages are searched for: those that Waymark brings, with what the force adds and withdraws. */
@Controller('settings/lexicons')
export class LexiconsController {
  constructor(
    private readonly schemas: Schemas,
    private readonly pages: FormPages,
  ) {}

  @Get()
  choose(@Req() request: WebRequest): Answer {
    return chosenForce(request, 'Lexicon', '/settings/lexicons');
  }

  @Get(':force')
  async lexicon(
    @Req() { api }: WebRequest,
    @Param('force') force: string,
    @Query() query: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const lexicon = await readLexicon(api, force);
    const asked = { language: query['language'] ?? '', theme: query['theme'] ?? '', search: query['search'] ?? '' };
    const found = lexicon.terms.filter((one) => isOf(one, asked));
    const languages = [...new Set(lexicon.terms.map(({ language }) => language))];
    return new View('settings/lexicon.njk', {
      force,
      lexicon,
      asked,
      found: found.slice(0, SHOWN),
      count: found.length,
      languages: languages
        .map((value) => ({ value, text: languageName(value) }))
        .sort((a, b) => a.text.localeCompare(b.text, 'en-GB')),
      themes: LEXICON_THEMES,
      languageName,
      termQuery,
    });
  }

  @Get(':force/add')
  async begin(@Req() request: WebRequest, @Param('force') force: string): Promise<Answer> {
    return this.pages.show(request, await this.adding(request, force));
  }

  @Post(':force/add')
  async add(@Req() request: WebRequest, @Param('force') force: string): Promise<Answer> {
    return this.pages.send(request, await this.adding(request, force));
  }

  @Get(':force/withdraw')
  async consider(@Req() request: WebRequest, @Param('force') force: string, @Query() term: Named): Promise<Answer> {
    return this.pages.show(request, await this.withdrawing(request, force, term));
  }

  @Post(':force/withdraw')
  async withdraw(@Req() request: WebRequest, @Param('force') force: string, @Query() term: Named): Promise<Answer> {
    return this.pages.send(request, await this.withdrawing(request, force, term));
  }

  @Get(':force/take-back')
  look(@Req() request: WebRequest, @Param('force') force: string, @Query() term: Named): Promise<Answer> {
    return this.pages.show(request, takingBack(request, force, term));
  }

  @Post(':force/take-back')
  takeBack(@Req() request: WebRequest, @Param('force') force: string, @Query() term: Named): Promise<Answer> {
    return this.pages.send(request, takingBack(request, force, term));
  }

  private async adding({ api }: WebRequest, force: string): Promise<FormPage<LexiconOfForce>> {
    const schema = itemOf(await this.schemas.bodyOf('saveLexicon'), 'added');
    return {
      ...about(force),
      title: 'Add a term',
      submit: 'Add the term',
      says: ['It counts for phones that are looked at from now on. A term that Waymark brings too takes its place.'],
      fields: (typed) => saidOtherwise(fieldsOf(schema, { typed }), TERM),
      send: (body) =>
        saveChanged(api, force, ({ added, withdrawn }) => ({
          added: [...added.filter((one) => !isSame(one, body as Named)), body as (typeof added)[number]],
          withdrawn,
        })),
      done: done(force, 'The term is added'),
    };
  }

  private async withdrawing({ api }: WebRequest, force: string, term: Named): Promise<FormPage<LexiconOfForce>> {
    const schema = itemOf(await this.schemas.bodyOf('saveLexicon'), 'withdrawn');
    if (!term.language || !term.term) throw new NotFoundException();
    return {
      ...about(force),
      title: `Withdraw “${term.term}”`,
      submit: 'Withdraw the term',
      says: [
        `Messages are no longer searched for “${term.term}” (${languageName(term.language)}) on phones that are looked at from now on.`,
      ],
      fields: (typed) =>
        saidOtherwise(
          fieldsOf(schema, { typed }).filter(({ path }) => path === 'reason'),
          {
            reason: { label: 'Why it is withdrawn' },
          },
        ),
      send: (body) =>
        saveChanged(api, force, ({ added, withdrawn }) => ({
          added,
          withdrawn: [
            ...withdrawn.filter((one) => !isSame(one, term)),
            { language: term.language, term: term.term, ...(body as { reason: string }) },
          ],
        })),
      done: done(force, 'The term is withdrawn'),
    };
  }
}

/** Takes back what the force has said of a term. */
function takingBack({ api }: WebRequest, force: string, term: Named): FormPage<LexiconOfForce> {
  if (!term.language || !term.term) throw new NotFoundException();
  return {
    ...about(force),
    title: `Take back what your force has said of “${term.term}”`,
    submit: 'Take it back',
    says: ['What Waymark brings stands again.'],
    fields: () => [],
    send: () =>
      saveChanged(api, force, ({ added, withdrawn }) => ({
        added: added.filter((one) => !isSame(one, term)),
        withdrawn: withdrawn.filter((one) => !isSame(one, term)),
      })),
    done: done(force, 'It is taken back'),
  };
}

const about = (force: string) => ({
  caption: codeText(force, 'force'),
  back: { href: lexiconAt(force), text: 'Lexicon' },
});
const done = (force: string, notice: string) => () => ({ notice, to: lexiconAt(force) });

const isSame = (one: Named, other: Named) => one.language === other.language && one.term === other.term;

const itemOf = (schema: Schema, list: string): Schema => schema.properties?.[list]?.items ?? {};
