import { drawn, heightOf, inWords, readChart, written, type Chart } from './chart';

const one: Chart = { names: ['Adopted', 'Declined'], series: [{ name: 'Decisions', values: [3, 0] }] };
const several: Chart = {
  names: ['Referral', 'Assessment'],
  series: [
    { name: 'Median', values: [1.5, null] },
    { name: '90th percentile', values: [4, null] },
  ],
};

describe('a chart', () => {
  it('is what its address says, and nothing else', () => {
    expect(readChart(written(several))).toEqual({ ...several, stacked: false });
    for (const wrong of ['', 'x', written({ names: [], series: [] } as never), written({ ...one, more: 1 } as never)])
      expect(readChart(wrong)).toBeUndefined();
  });

  it('names each bar and its number, and lets nothing into its own markup', () => {
    const svg = drawn({ ...one, names: ['Adopted', '<script>'] });
    expect(svg).toMatch(/^<svg [^>]*width="640"/);
    expect(svg).toContain('>Adopted</text>');
    expect(svg).toContain('>3</text>');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).not.toContain('<script');
  });

  it('tells several series apart by pattern, and names them', () => {
    const svg = drawn(several);
    expect(svg).toMatch(/<pattern /);
    expect(svg).toContain('>90th percentile</text>');
    expect(drawn(one)).not.toMatch(/<pattern /);
  });

  it('is said in words, what is not known too', () => {
    expect(inWords(one)).toBe('Bar chart. Adopted: 3; Declined: 0.');
    expect(inWords(several)).toBe(
      'Bar chart. Referral: median 1.5, 90th percentile 4; Assessment: median not known, 90th percentile not known.',
    );
  });

  it('is as high as its bars need', () => {
    expect(heightOf(several)).toBeGreaterThan(heightOf(one));
    expect(heightOf({ ...several, stacked: true })).toBeLessThan(heightOf(several));
  });
});
