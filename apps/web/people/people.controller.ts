import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { FORCES, ROLES } from '../../../domain/access/actor';
import type { WorklistPage } from '../../api/operations/worklist.schema';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';

interface Person {
  readonly id: string;
  readonly force: string;
  readonly roles: readonly string[];
}

@Controller('people')
export class PeopleController {
  /** Everybody who has signed in. */
  @Get()
  async list(@Req() { api }: WebRequest, @Query() query: Readonly<Record<string, string>>): Promise<Answer> {
    const asked = { force: query['force'], role: query['role'], cursor: query['cursor'] };
    const page = await api.get<{ readonly items: readonly Person[]; readonly next: string | null }>(
      '/api/v1/people',
      asked,
    );
    const roles = ROLES.filter((role) => role !== 'service');
    return new View('people/list.njk', { page, asked, next: page.next?.replace('/api/v1', ''), forces: FORCES, roles });
  }

  /** One of them, with what they work on as far as its reader may see it. */
  @Get(':id')
  async one(@Req() { api }: WebRequest, @Param('id') id: string): Promise<Answer> {
    const person = await api.get<Person & { readonly operations: WorklistPage['items'] }>(
      `/api/v1/people/${encodeURIComponent(id)}`,
    );
    return new View('people/person.njk', { person });
  }
}
