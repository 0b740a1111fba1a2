import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Environment } from 'nunjucks';
import { projectRoot } from '../../../platform/checkout';
import type { Typed } from '../forms/field';
import { saveAs } from '../http/download';
import { View, type Answer } from '../http/view';
import { readActions } from '../operations/read-operation';
import { SECTIONS } from '../operations/sections';
import type { WebRequest } from '../session/session';
import { TEMPLATES } from '../tokens';
import type { Chart } from './chart';
import { drawingOf } from './drawing';
import { Layouts } from './layouts';
import { readChart } from './read-chart';
import { MOST_STEPS } from './selection';
import { linksCsv, nodesCsv } from './tables';
import { countsOf, daysOf, kindsOf, KIND_WORDS } from './words';

/** What adds to a chart. */
const ADDS = ['addSubject', 'addIdentifier', 'addEntity', 'linkEntities', 'removeEntityLink'];

/** Who and what an operation has to do with, and how they are linked: a picture, and the same as tables. */
@Controller('operations/:reference/links')
export class LinkChartController {
  private readonly layouts = new Layouts();
  private styles: string | undefined;

  constructor(@Inject(TEMPLATES) private readonly templates: Environment) {}

  @Get()
  async page(
    @Req() { api }: WebRequest,
    @Param('reference') reference: string,
    @Query() asked: Typed,
  ): Promise<Answer> {
    const [chart, actions] = await Promise.all([
      readChart(api, this.layouts, reference, asked),
      readActions(api, reference, ADDS, { bodies: false }),
    ]);
    const { operation, near, shown, whole, selection } = chart;
    return new View('link-chart/page.njk', {
      ...chart,
      operation,
      asked,
      actions: actions.items.filter(({ allowed }) => allowed),
      kinds: kindsOf(near),
      kindWords: KIND_WORDS,
      counts: countsOf(shown, near),
      days: daysOf(near),
      mostSteps: MOST_STEPS,
      centre: near.nodes.find(({ id }) => id === selection.around),
      isEmpty: whole.nodes.length === 0,
      labels: Object.fromEntries(near.nodes.map(({ id, label }) => [id, label])),
      out: outOf(near, shown),
      query: queryOf(asked),
      sections: SECTIONS,
      current: 'links',
    });
  }

  /** The picture as a file that stands for itself, its marking in it. */
  @Get('chart.svg')
  async picture(
    @Req() { api }: WebRequest,
    @Param('reference') reference: string,
    @Query() asked: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const chart = await readChart(api, this.layouts, reference, asked);
    const { operation, near, shown, phone, selection } = chart;
    const layout = this.layouts.of(`${reference}/${phone ?? ''}`, near);
    this.styles ??= readFileSync(path.join(projectRoot(), 'dist', 'apps', 'web', 'assets', 'link-chart.css'), 'utf8');
    const svg = this.templates.render('link-chart/file.njk', {
      operation,
      drawing: drawingOf(shown, layout, selection.around),
      counts: countsOf(shown, near),
      styles: this.styles,
      now: new Date().toISOString(),
    });
    saveAs(response, `${reference}-links.svg`, 'image/svg+xml', svg);
  }

  @Get('nodes.csv')
  async nodes(
    @Req() { api }: WebRequest,
    @Param('reference') reference: string,
    @Query() asked: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const { shown, operation } = await readChart(api, this.layouts, reference, asked);
    saveAs(response, `${reference}-links-nodes.csv`, 'text/csv', nodesCsv(shown, operation.marking ?? ''));
  }

  @Get('links.csv')
  async links(
    @Req() { api }: WebRequest,
    @Param('reference') reference: string,
    @Query() asked: Typed,
    @Res() response: Response,
  ): Promise<void> {
    const { shown, operation } = await readChart(api, this.layouts, reference, asked);
    saveAs(response, `${reference}-links.csv`, 'text/csv', linksCsv(shown, operation.marking ?? ''));
  }
}

/** What is near and not shown, by identifier. */
function outOf(near: Chart, shown: Chart): Readonly<Record<string, true>> {
  const kept = new Set([...shown.nodes, ...shown.links].map(({ id }) => id));
  return Object.fromEntries(
    [...near.nodes, ...near.links].flatMap(({ id }) => (kept.has(id) ? [] : [[id, true] as const])),
  );
}

/** What was asked, as it stands in an address. */
function queryOf(asked: Typed): string {
  const pairs = Object.entries(asked).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  );
  return new URLSearchParams(pairs.filter(([, value]) => value !== '')).toString();
}
