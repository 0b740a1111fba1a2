import { Controller, Get, Query, Req } from '@nestjs/common';
import { IDENTIFIER_KINDS } from '../../../domain/operation/codes';
import type { Answer as CheckResult, CheckAnswer } from '../../api/deconfliction/check.schema';
import type { WorklistPage } from '../../api/operations/worklist.schema';
import { ApiProblem } from '../api-client/problem';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';

/** What can be looked for: operations by what they are called, everything else by what they hold. */
const KINDS = ['operation', 'name', ...IDENTIFIER_KINDS.filter((kind) => !['date-of-birth', 'other'].includes(kind))];
const KIND_TEXTS = { operation: 'A reference or code name', name: 'A person’s name' };
const SHORTEST = 2;

@Controller('search')
export class SearchController {
  /** Over all that its reader may see; of what they may not see, only that another operation holds an interest. */
  @Get()
  async search(
    @Req() { api }: WebRequest,
    @Query('q') q: string | undefined,
    @Query('kind') kind = 'operation',
  ): Promise<Answer> {
    const sought = (q ?? '').trim();
    const shown = { q: sought, kind, kinds: KINDS, kindTexts: KIND_TEXTS };
    if (sought === '') return new View('search/search.njk', shown);
    if (sought.length < SHORTEST) return new View('search/search.njk', { ...shown, tooShort: true });
    if (kind === 'operation') {
      const { items } = await api.get<WorklistPage>('/api/v1/operations', { search: sought });
      return new View('search/search.njk', { ...shown, operations: items });
    }
    const item = kind === 'name' ? { names: [sought] } : { identifiers: [{ kind, value: sought }] };
    try {
      const { items } = await api.post<CheckAnswer>('/api/v1/deconfliction/check', { items: [item] });
      return new View('search/search.njk', { ...shown, found: items[0] as CheckResult });
    } catch (error) {
      if (!(error instanceof ApiProblem) || !['validation', 'forbidden'].includes(error.kind)) throw error;
      const { detail, errors } = error.problem;
      return new View('search/search.njk', { ...shown, said: errors?.[0]?.message ?? detail ?? error.problem.title });
    }
  }
}
