import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Readings } from '../access/readings';
import { Access, type AccessEntry } from '../access-log/access-entry';
import { idPipe } from '../http/id-pipe';
import { Me, type Identity } from '../http/request';
import { Route } from '../openapi/route';
import { noPerson, PeopleRead } from './people.read';
import { peoplePage, peopleQuery, person, type PeoplePage, type PeopleQuery, type Person } from './people.schema';
import { PERSON } from './person-id';

@ApiTags('People')
@Controller('api/v1/people')
export class PeopleController {
  constructor(
    private readonly readings: Readings,
    private readonly people: PeopleRead,
  ) {}

  @Get()
  @Route({
    id: 'listPeople',
    logged: { nothing: 'It names those who work with Waymark, by identifiers, and nobody whom they work on.' },
    summary: 'List people to choose from',
    description: 'Everyone who has signed in, by identifier. They may have left since, or have other roles now.',
    answer: peoplePage,
    problems: ['validation'],
  })
  list(@Query({ schema: peopleQuery }) query: PeopleQuery): Promise<PeoplePage> {
    return this.people.page(query);
  }

  @Get(':person')
  @Route({
    id: 'readPerson',
    logged: 'consultation',
    summary: 'Read what somebody works on',
    description: 'Of the operations that you see: what you do not see is not counted either.',
    answer: person,
    problems: ['not-found'],
  })
  async read(
    @Param('person', idPipe(PERSON, noPerson)) id: string,
    @Me() { actor }: Identity,
    @Access() access: AccessEntry,
  ): Promise<Person> {
    const known = await this.people.one(id);
    const operations = await this.readings.as(actor, (reader) => this.people.assignments(reader, id));
    // Whoever was assigned before they have ever signed in has work to be seen all the same.
    if (!known && operations.length === 0) throw noPerson();
    access.note({ listed: operations.map(({ reference }) => reference) });
    return { ...(known ?? { id, force: '', roles: [] }), operations };
  }
}
