import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, SVGRenderer]);

export interface Bar {
  readonly label: string;
  readonly value: number;
}

export interface BarOptions {
  /** In CSS pixels. */
  readonly width: number;
  /** Bars that stand, such as months in their order; otherwise they lie, the first one on top. */
  readonly standing: boolean;
}

const INK = '#0b0c0c';
const LINES = '#b1b4b6';
const FILL = '#1d70b8';
const FONT = 'Helvetica Neue, Arial, sans-serif';
const ROW = 26;
const STANDING_HEIGHT = 280;
/** Above and below the bars. */
const AROUND = 36;
const LABEL_LETTERS = 24;

/**
 * A bar chart as an image, drawn on the server. It shows the shape of what a table beside it says: whoever does not see it misses
 * nothing.
 *
 * @returns address of the image, which holds all of it
 */
export function barChart(bars: readonly Bar[], { width, standing }: BarOptions): string {
  const height = standing ? STANDING_HEIGHT : bars.length * ROW + AROUND;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  const names = {
    type: 'category' as const,
    data: bars.map(({ label }) => label),
    inverse: !standing,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: INK } },
    axisLabel: { color: INK, fontFamily: FONT, fontSize: 13, formatter: standing ? undefined : shortened },
  };
  const amounts = {
    type: 'value' as const,
    splitNumber: 4,
    splitLine: { lineStyle: { color: LINES } },
    axisLabel: { color: INK, fontFamily: FONT, fontSize: 13, formatter: compact, hideOverlap: true },
  };
  chart.setOption({
    animation: false,
    grid: { left: 8, right: 24, top: 12, bottom: 8, containLabel: true },
    ...(standing ? { xAxis: names, yAxis: amounts } : { xAxis: amounts, yAxis: names }),
    series: [{ type: 'bar', barCategoryGap: '25%', itemStyle: { color: FILL }, data: bars.map(({ value }) => value) }],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

const shortened = (label: string) =>
  label.length > LABEL_LETTERS ? `${label.slice(0, LABEL_LETTERS - 1).trimEnd()}…` : label;

const COMPACT = new Intl.NumberFormat('en-GB', { notation: 'compact' });
const compact = (value: number) => COMPACT.format(value);
