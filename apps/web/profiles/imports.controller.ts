import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import Papa from 'papaparse';
import { FORCES, type Force } from '../../../domain/access/actor';
import { forcesNear } from '../../../domain/access/remit';
import type { ForceImport, ImportPage, SavedMapping } from '../../api/profiles/imports.schema';
import type { Form } from '../forms/form';
import { Forms } from '../forms/forms.service';
import { Uploads } from '../forms/uploads.service';
import { passOn } from '../http/download';
import { Redirect, View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { codeText } from '../words/codes';
import { importAt, IMPORTS, mappingAt, ownAddress } from './addresses';
import { recordsFile } from './records-file';

/** As many rows that were not taken in as are shown; the file has all. */
const SHOWN = 100;
const FIELDS = [recordsFile('File of records')];
const near = ({ me }: WebRequest): readonly Force[] => FORCES.filter((force) => forcesNear(me).includes(force));

/** Records that forces hand in: each file, how far it is, and what of it was not taken in. */
@Controller('profiles/imports')
export class ImportsController {
  constructor(
    private readonly forms: Forms,
    private readonly uploads: Uploads,
  ) {}

  @Get()
  async list(@Req() request: WebRequest, @Query() query: Readonly<Record<string, string>>): Promise<Answer> {
    const { api } = request;
    const forces = near(request);
    const asked = { force: query['force'], cursor: query['cursor'] };
    const [page, ...mappings] = await Promise.all([
      api.get<ImportPage>(IMPORTS, asked),
      ...forces.map((force) => api.find<SavedMapping>(mappingAt(force))),
    ]);
    return new View('profiles/imports.njk', {
      imports: page.items,
      next: ownAddress(page.next),
      asked,
      forces: forces.map((force, nth) => ({ force, mapping: mappings[nth] })),
      isUnderWay: page.items.some(isUnderWay),
    });
  }

  @Get('new')
  async choose(@Req() request: WebRequest, @Query('force') force: string | undefined): Promise<Answer> {
    return this.handingIn(request, force, this.forms.begun(request, FIELDS, {}, await this.forms.typedBefore(request)));
  }

  @Post('new')
  async take(@Req() request: WebRequest, @Query('force') force: string | undefined): Promise<Answer> {
    const said = { force: chosenForce(request, force) };
    const sent = await this.uploads.send<ForceImport>(request, IMPORTS, () => ({ fields: FIELDS, said }));
    if (!sent.done) return this.handingIn(request, force, sent.form, sent.status);
    return new Redirect(`/profiles/imports/${sent.answer.id}`);
  }

  /** How far a file is. */
  @Get(':id')
  async one(@Req() { api }: WebRequest, @Param('id') id: string): Promise<Answer> {
    const made = await api.get<ForceImport>(importAt(id));
    const percent = made.bytes === 0 ? 0 : Math.floor((100 * made.bytesRead) / made.bytes);
    return new View('profiles/import.njk', { made, percent, isUnderWay: isUnderWay(made) });
  }

  /** What of a file was not taken in, and why. */
  @Get(':id/rejects')
  async rejects(@Req() { api }: WebRequest, @Param('id') id: string): Promise<Answer> {
    const [made, file] = await Promise.all([
      api.get<ForceImport>(importAt(id)),
      api.stream(importAt(id, '/rejects'), {}, { accept: 'text/csv' }),
    ]);
    const { data } = Papa.parse<string[]>(await file.text(), { preview: SHOWN + 1, skipEmptyLines: true });
    const rows = data
      .slice(1)
      .map(([line, column, reason, written]) => ({ line, column, reason, written: asRow(written) }));
    return new View('profiles/rejects.njk', { made, rows });
  }

  @Get(':id/rejects.csv')
  async rejectsFile(@Req() { api }: WebRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    await passOn(await api.stream(importAt(id, '/rejects'), {}, { accept: 'text/csv' }), response);
  }

  private async handingIn(request: WebRequest, asked: string | undefined, form: Form, status = 200): Promise<View> {
    const force = chosenForce(request, asked);
    const mapping = await request.api.find<SavedMapping>(mappingAt(force));
    return new View('profiles/hand-in.njk', { force, forceName: codeText(force, 'force'), mapping, form }, status);
  }
}

/** The force whose file it is; one's own where the address says none that the reader may hand in for. */
const chosenForce = (request: WebRequest, asked: string | undefined): string =>
  near(request).find((one) => one === asked) ?? request.me.force;
const isUnderWay = ({ state }: ForceImport): boolean => state === 'waiting' || state === 'loading';

/** A row that was not taken in as a line of a file, where its cells are kept whole. */
function asRow(cells = ''): string {
  try {
    return Papa.unparse([JSON.parse(cells) as string[]]);
  } catch {
    return cells;
  }
}
