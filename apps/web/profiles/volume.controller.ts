import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { FORCES } from '../../../domain/access/actor';
import type { ProfileRun, VolumeAnswer } from '../../api/profiles/runs.schema';
import { barChart, type Bar } from '../charts/bar-chart';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { codeText } from '../words/codes';
import { numberText } from '../words/numbers';
import { month } from '../words/times';
import { runAt } from './addresses';
import { harmUnit } from './why';

/** By what crimes are told apart, and what that is called. */
const BY = { month: 'Month', force: 'Force', offences: 'Kind of offence', place: 'Place' } as const;
/** As many bars as one still tells apart. */
const MOST_BARS = 20;
const WIDE = 580;
const NARROW = 330;

type Row = VolumeAnswer['items'][number] & { readonly label: string };

@Controller('profiles/runs/:id/volume')
export class VolumeController {
  /** How many crimes there were and how much harm they did, as charts and as a table. */
  @Get()
  async volume(
    @Req() { api }: WebRequest,
    @Param('id') id: string,
    @Query('by') by: keyof typeof BY = 'month',
    @Query('force') force: string | undefined,
  ): Promise<Answer> {
    const [run, { notice, items }] = await Promise.all([
      api.get<ProfileRun>(runAt(id)),
      api.get<VolumeAnswer>(runAt(id, '/volume'), { by, force }),
    ]);
    const rows = items.map((row) => ({ ...row, label: labelOf(by, row.key) }));
    const isMonths = by === 'month';
    if (!isMonths) rows.sort((a, b) => b.harm - a.harm || b.events - a.events);
    const drawn = isMonths ? rows : rows.slice(0, MOST_BARS);
    const unit = harmUnit(run.model);
    return new View('profiles/volume.njk', {
      run,
      notice,
      rows,
      total: totalOf(rows),
      charts:
        rows.length > 0
          ? [chart('Crimes', 'events', drawn, isMonths), chart(capital(unit), 'harm', drawn, isMonths)]
          : [],
      most: drawn.length < rows.length ? MOST_BARS : undefined,
      asked: { by, force },
      ways: BY,
      forces: FORCES,
      unit,
    });
  }
}

const labelOf = (by: keyof typeof BY, key: string) =>
  by === 'month' ? month(`${key}-01`) : key === '' ? 'Not known' : codeText(key, by);

function totalOf(rows: readonly Row[]) {
  const events = rows.reduce((sum, row) => sum + row.events, 0);
  const unmapped = rows.reduce((sum, row) => sum + row.unmappedShare * row.events, 0);
  return {
    events,
    harm: rows.reduce((sum, row) => sum + row.harm, 0),
    unmappedShare: events === 0 ? 0 : unmapped / events,
  };
}

/** A chart in both widths, and what it shows in a sentence. */
function chart(title: string, of: 'events' | 'harm', rows: readonly Row[], isMonths: boolean) {
  const bars: readonly Bar[] = rows.map((row) => ({ label: row.label, value: Math.round(row[of]) }));
  const highest = bars.reduce((most, bar) => (bar.value > most.value ? bar : most));
  return {
    title,
    wide: barChart(bars, { width: WIDE, standing: isMonths }),
    narrow: barChart(bars, { width: NARROW, standing: isMonths }),
    says: `${title}. The most: ${highest.label}, ${numberText(highest.value)}. All numbers are in the table below.`,
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
