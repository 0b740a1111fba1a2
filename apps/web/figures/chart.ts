import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { z } from 'zod';

use([AriaComponent, BarChart, GridComponent, LegendComponent, SVGRenderer]);

const name = z.string().min(1).max(120);

/** What a chart shows: bars, one below the other, of one or several series. */
const chart = z.strictObject({
  /** A bar each, or a group of bars. */
  names: z.array(name).min(1).max(40),
  series: z
    .array(z.strictObject({ name, values: z.array(z.number().nullable()).max(40) }))
    .min(1)
    .max(8),
  /** Whether the series of a bar are put together into one. */
  stacked: z.boolean().default(false),
});
export type Chart = z.input<typeof chart>;

/** Distinct in brightness, so that they differ in print as well; each has a pattern of its own besides. */
const COLOURS = ['#1d70b8', '#f47738', '#00703c', '#912b88', '#505a5f', '#b58840', '#003078', '#d4351c'];
const WIDTH = 640;
/** For the names of bars, on lines of so many characters: nobody here knows how wide the reader's letters are. */
const NAMES = 230;
const LINE = 24;
const BAR = 22;
const GAP = 14;
const HEAD = 12;
const LEGEND = 34;
const AXIS = 28;

/** A chart as an address holds it: what it shows follows from that alone, so that nothing has to be counted again for it. */
export const written = (of: Chart): string => Buffer.from(JSON.stringify(of)).toString('base64url');

/** The chart that an address holds; nothing where it holds none. */
export function readChart(text: string): Chart | undefined {
  try {
    const read = chart.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** How high a chart is, in pixels of its width of 640. */
export function heightOf({ names, series, stacked = false }: Chart): number {
  const bars = stacked ? 1 : series.length;
  return HEAD + names.length * (bars * BAR + GAP) + AXIS + (series.length > 1 ? LEGEND : 0);
}

/** Draws a chart as SVG. Each bar has its number; series differ by pattern as well as by colour, and are named. */
export function drawn(of: Chart): string {
  const { names, series, stacked = false } = of;
  const image = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: heightOf(of) });
  const several = series.length > 1;
  const words = { fontFamily: 'Helvetica, Arial, sans-serif', fontSize: 14, color: '#0b0c0c' };
  try {
    image.setOption({
      animation: false,
      color: COLOURS,
      textStyle: words,
      aria: { enabled: several, decal: { show: true } },
      legend: {
        show: several,
        bottom: 0,
        textStyle: words,
        itemWidth: 28,
        itemHeight: 16,
        itemGap: 28,
        selectedMode: false,
      },
      grid: { left: NAMES, right: 72, top: HEAD, bottom: AXIS + (several ? LEGEND : 0), containLabel: false },
      xAxis: { type: 'value', minInterval: 1, axisLabel: words, splitLine: { lineStyle: { color: '#dcdfe0' } } },
      yAxis: {
        type: 'category',
        data: names.map(onLines),
        inverse: true,
        axisTick: { show: false },
        axisLabel: words,
      },
      series: series.map(({ name: seriesName, values }) => ({
        type: 'bar',
        name: seriesName,
        data: values.map((value) => value ?? '-'),
        barMaxWidth: BAR,
        ...(stacked ? { stack: 'all' } : {}),
        itemStyle: { borderColor: '#ffffff', borderWidth: stacked ? 1 : 0 },
        label: { show: !stacked, position: 'right', ...words },
      })),
    });
    return image.renderToSVGString();
  } finally {
    image.dispose();
  }
}

/** A name on as many lines as it takes. */
function onLines(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

/** What a chart shows, in words, for those who do not see it. */
export function inWords({ names, series }: Chart): string {
  const of = (nth: number) =>
    series.length === 1
      ? `${series[0]?.values[nth] ?? 'not known'}`
      : series
          .map(({ name: seriesName, values }) => `${seriesName.toLowerCase()} ${values[nth] ?? 'not known'}`)
          .join(', ');
  return `Bar chart. ${names.map((one, nth) => `${one}: ${of(nth)}`).join('; ')}.`;
}
