import { Gathered } from '../../../test/support/translated-product';
import { pdfContents } from '../../../test/support/pdf-contents';
import { writePack, type Pack } from './pack';

const PACK: Pack = {
  marking: 'OFFICIAL-SENSITIVE',
  made: '2026-12-07T09:00:00Z',
  cover: [['Meeting', '7 December 2026']],
  contents: [['Copperleaf', 'Risk 150, confirmed']],
  pages: ['Copperleaf', 'Sandpiper'].map((name) => ({
    title: `Operation ${name}`,
    reference: 'OP-2026-000001',
    parts: [{ title: 'Subjects', rows: [['S1, suspect', 'Katinka Példa; שלום']] }],
  })),
};

describe('a tasking meeting pack', () => {
  it('has a cover and a page for each referral, with its marking at head and foot, and numbered', async () => {
    const out = new Gathered();
    await writePack(PACK, out);
    const { pages } = pdfContents(out.bytes);
    expect(pages).toHaveLength(3);
    expect(pages[0]).toContain('7 December 2026');
    expect(pages[2]).toContain('Operation Sandpiper');
    expect(pages[2]).toContain('Katinka Példa');
    pages.forEach((page, at) => {
      expect(page.match(/^OFFICIAL-SENSITIVE$/gm)).toHaveLength(2);
      expect(page).toContain(`Page ${at + 1} of 3`);
    });
  });
});
