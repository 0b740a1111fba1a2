import { barChart } from './bar-chart';

const svgOf = (address: string) => Buffer.from(address.split(',')[1] ?? '', 'base64').toString();

describe('a bar chart', () => {
  it('is an image that holds all it needs', () => {
    const address = barChart(
      [
        { label: 'January 2026', value: 12 },
        { label: 'February 2026', value: 1_200 },
      ],
      { width: 400, standing: true },
    );
    expect(address).toMatch(/^data:image\/svg\+xml;base64,/);
    const svg = svgOf(address);
    expect(svg).toContain('February 2026');
    expect(svg).toContain('1.2k');
    expect(svg).not.toMatch(/<script|href=/);
  });

  it('writes what would be markup as text, and shortens what is long', () => {
    const svg = svgOf(
      barChart([{ label: '<b>Somewhere & elsewhere, by the sea</b>', value: 1 }], { width: 400, standing: false }),
    );
    expect(svg).toContain('&lt;b&gt;Somewhere &amp;');
    expect(svg).toContain('…');
  });
});
