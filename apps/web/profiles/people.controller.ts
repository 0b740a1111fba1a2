import { BadRequestException, Controller, Get, NotFoundException, Param, Post, Query, Req } from '@nestjs/common';
import { mayGive, PROFILE_MAKERS } from '../../../domain/access/rules';
import { offenceOf } from '../../../domain/profiles/offences.v1';
import type { DecidedLink, ProfilePerson } from '../../api/profiles/people.schema';
import type { Api } from '../api-client/api';
import { Schemas } from '../api-client/schemas';
import { FormPages, type FormPage } from '../forms/form-pages.service';
import { fieldsOf } from '../forms/fields-of';
import { saidOtherwise } from '../forms/said-otherwise';
import { Redirect, View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { profiledAt } from './addresses';

type Written = ProfilePerson['written'][number];
/** Two that were written of, and where the second one is found if not with the first. */
interface Pair {
  readonly one?: string;
  readonly other?: string;
  readonly with?: string;
}

/** People of force data, as their reader's forces have written of them. */
@Controller('profiles/people')
export class ProfiledPeopleController {
  constructor(
    private readonly schemas: Schemas,
    private readonly pages: FormPages,
  ) {}

  @Get(':person')
  async one(@Req() { api, me }: WebRequest, @Param('person') person: string): Promise<Answer> {
    const found = await api.get<ProfilePerson>(profiledAt(person));
    return new View('profiles/person.njk', {
      ...found,
      links: found.links.toReversed(),
      records: found.records.map((one) => ({ ...one, title: offenceOf(one.offence ?? '')?.title ?? one.offence })),
      names: Object.fromEntries(found.written.map((one) => [one.identity, nameOf(one)])),
      mayDecide: mayGive(me, PROFILE_MAKERS),
    });
  }

  /** Another profiled person beside this one, to say which of what was written of them is one person. */
  @Get(':person/beside')
  async beside(
    @Req() { api }: WebRequest,
    @Param('person') person: string,
    @Query('with') other: string | undefined,
  ): Promise<Answer> {
    const number = /\d+/.exec(other ?? '')?.[0];
    if (number === person) return new Redirect(`/profiles/people/${person}`);
    const [found, second] = await Promise.all([
      api.get<ProfilePerson>(profiledAt(person)),
      number === undefined ? undefined : api.find<ProfilePerson>(profiledAt(number)),
    ]);
    return new View('profiles/beside.njk', { person, found, second, asked: other, number });
  }

  @Get(':person/links')
  async look(@Req() request: WebRequest, @Param('person') person: string, @Query() pair: Pair): Promise<Answer> {
    return this.pages.show(request, await this.deciding(request, person, pair));
  }

  @Post(':person/links')
  async decide(@Req() request: WebRequest, @Param('person') person: string, @Query() pair: Pair): Promise<Answer> {
    return this.pages.send(request, await this.deciding(request, person, pair));
  }

  private async deciding({ api }: WebRequest, person: string, pair: Pair): Promise<FormPage<DecidedLink>> {
    const [schema, { both, link, decision }] = await Promise.all([
      this.schemas.bodyOf('decideLink'),
      readPair(api, person, pair),
    ]);
    return {
      title: 'Are these one person?',
      back: { href: `/profiles/people/${person}`, text: `Person ${person}` },
      submit: 'Record',
      template: 'profiles/link.njk',
      data: { both, link, decision },
      fields: (typed) =>
        saidOtherwise(
          fieldsOf(schema, { typed }).filter(({ path }) => path === 'outcome' || path === 'reason'),
          { outcome: { label: 'What you say', hint: undefined } },
        ),
      send: (body, key) =>
        api.post<DecidedLink>(
          '/api/v1/profiles/links',
          { ...body, one: both[0].identity, other: both[1].identity },
          { key },
        ),
      done: () => ({
        notice: 'Recorded. It counts from the next profiling on',
        to: `/profiles/people/${person}`,
      }),
    };
  }
}

/** Both, with why they were held to be one and what was decided last. */
async function readPair(api: Api, person: string, { one, other, with: second }: Pair) {
  if (one === undefined || other === undefined) throw new BadRequestException();
  const [first, beside] = await Promise.all([
    api.get<ProfilePerson>(profiledAt(person)),
    second === undefined ? undefined : api.get<ProfilePerson>(profiledAt(second)),
  ]);
  const written = [...first.written, ...(beside?.written ?? [])];
  const find = (identity: string) => written.find((each) => String(each.identity) === identity);
  const [left, right] = [find(one), find(other)];
  if (!left || !right || left === right) throw new NotFoundException();
  const isOfBoth = (pair: { readonly one: number; readonly other: number }) =>
    [pair.one, pair.other].every((identity) => identity === left.identity || identity === right.identity);
  return {
    both: [left, right] as const,
    link: first.links.find(isOfBoth),
    decision: first.decisions.find(isOfBoth),
  };
}

const nameOf = ({ given, surname }: Written): string =>
  [given, surname].filter((word) => word !== null).join(' ') || 'No name';
