import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { SavedFilter } from '../../api/filters/filter.schema';
import { Schemas } from '../api-client/schemas';
import type { Typed } from '../forms/field';
import { fieldsOf } from '../forms/fields-of';
import { FormPages, type FormPage } from '../forms/form-pages.service';
import { foldedChoices, saidOtherwise } from '../forms/said-otherwise';
import { typedOf } from '../forms/typed-of';
import { View, type Answer } from '../http/view';
import { peopleOffered } from '../people/people-offered';
import type { WebRequest } from '../session/session';
import { filterAt, FILTERS, readViews, viewAt, viewWords } from './views';

const BACK = { href: '/views', text: 'Saved views' };
const SAID = {
  name: { label: 'Name of the view', hint: 'Another one than of your other views; never the name of a person' },
  shared: {
    label: 'Is it shared with your force?',
    hint: 'Everybody of your force can use it then, and you alone change it',
  },
  query: { label: 'What it shows', hint: 'Leave out what should make no difference' },
  'query.person': { label: 'Whose', hint: 'Operations on whose team they are, or which they referred' },
  'query.awaiting': { label: 'Waiting for', hint: undefined },
  'query.dueBefore': { label: 'Due before', hint: 'Only operations one of whose clocks ends before this time' },
  'query.search': { label: 'Reference or code name', hint: undefined },
  'query.order': { label: 'Order', hint: undefined },
  'query.mergedInto': { label: 'Duplicates that were merged into', hint: 'The reference of an operation' },
};

/** Lists of operations that somebody has named. */
@Controller('views')
export class ViewsController {
  constructor(
    private readonly schemas: Schemas,
    private readonly pages: FormPages,
  ) {}

  @Get()
  async list(@Req() { api, me }: WebRequest): Promise<Answer> {
    return new View('filters/views.njk', { ...(await readViews(api, me.id)), viewAt, viewWords });
  }

  @Get('new')
  async begin(@Req() request: WebRequest): Promise<Answer> {
    return this.pages.show(request, await this.saving(request));
  }

  @Post('new')
  async save(@Req() request: WebRequest): Promise<Answer> {
    return this.pages.send(request, await this.saving(request));
  }

  @Get(':id/change')
  async look(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    return this.pages.show(request, await this.changing(request, id));
  }

  @Post(':id/change')
  async change(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    return this.pages.send(request, await this.changing(request, id));
  }

  @Get(':id/delete')
  async consider(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    return this.pages.show(request, await deleting(request, id));
  }

  @Post(':id/delete')
  async delete(@Req() request: WebRequest, @Param('id') id: string): Promise<Answer> {
    return this.pages.send(request, await deleting(request, id));
  }

  /** Begins with what the list of operations is narrowed by just now. */
  private async saving(request: WebRequest): Promise<FormPage<SavedFilter>> {
    return {
      title: 'Save a view',
      back: { href: '/operations', text: 'Operations' },
      submit: 'Save the view',
      fields: await this.fields(request),
      prefilled: { shared: 'no', ...typedOf({ query: request.query }) },
      send: (body, key) => request.api.post<SavedFilter>(FILTERS, withQuery(body), { key }),
      done: ({ name, id }) => ({ notice: `“${name}” is saved`, to: viewAt(id) }),
    };
  }

  private async changing(request: WebRequest, id: string): Promise<FormPage<SavedFilter>> {
    const [fields, view] = await Promise.all([this.fields(request), request.api.get<SavedFilter>(filterAt(id))]);
    const { name, shared, query, version } = view;
    return {
      title: `Change the view “${name}”`,
      back: BACK,
      submit: 'Save',
      version,
      asItIs: [
        { label: 'Name', text: name },
        { label: 'Shared with your force', text: shared ? 'Yes' : 'No' },
        { label: 'Shows', text: viewWords(view) },
      ],
      fields,
      prefilled: typedOf({ name, shared, query }),
      send: (body, _, seen) => request.api.put<SavedFilter>(filterAt(id), withQuery(body), { version: seen }),
      done: (saved) => ({ notice: `“${saved.name}” is saved`, to: viewAt(saved.id) }),
    };
  }

  private async fields({ api }: WebRequest): Promise<FormPage['fields']> {
    const schema = await this.schemas.bodyOf('saveFilter');
    const asksPeople = schema.properties?.['query']?.properties?.['person'] !== undefined;
    const people = asksPeople ? await peopleOffered(api) : [];
    return (typed: Typed) => foldedChoices(saidOtherwise(fieldsOf(schema, { typed, people }), SAID));
  }
}

async function deleting({ api }: WebRequest, id: string): Promise<FormPage<void>> {
  const view = await api.get<SavedFilter>(filterAt(id));
  return {
    title: `Delete the view “${view.name}”`,
    back: BACK,
    submit: 'Delete',
    isWarning: true,
    says: [
      view.shared
        ? 'It is gone for everybody of your force, and its address leads nowhere any more.'
        : 'It is gone, and its address leads nowhere any more.',
      viewWords(view),
    ],
    version: view.version,
    asItIs: [{ label: 'Shows', text: viewWords(view) }],
    fields: () => [],
    send: (_, __, version) => api.delete(filterAt(id), { version }),
    done: () => ({ notice: `“${view.name}” is deleted`, to: '/views' }),
  };
}

/** A view that is narrowed by nothing shows all. */
const withQuery = (body: object) => ({ query: {}, ...body });
