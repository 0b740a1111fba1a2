import { placeOf } from '../client/form-place';
import { createTemplates } from '../views/templates';

const templates = createTemplates();

/** Under which name a browser keeps what is typed into the form about a match. */
function placeFor(match: string): string {
  const form = { fields: [], typed: {}, errors: {}, action: '/contact-requests/new', blockers: [] };
  const page = templates.render('contacts/new.njk', { form, match });
  const [, path = '', keep = ''] =
    /<form method="post" action="([^"]*\/new)"[^>]* data-keep="([^"]*)"/.exec(page) ?? [];
  return placeOf({ action: `https://waymark.test${path}`, dataset: { keep } });
}

describe('what is typed to be put in touch', () => {
  it('is kept for its own match, and for no other', () => {
    expect(placeFor('one-match')).toBe(placeFor('one-match'));
    expect(placeFor('one-match')).not.toBe(placeFor('another-match'));
  });
});

describe('a form whose address says what it is about', () => {
  it('is kept under that, with what is asked for', () => {
    const place = (address: string) => placeOf({ action: `https://waymark.test${address}`, dataset: { keep: '' } });
    expect(place('/operations/OP-2026-000001/do/addAlias?subject=S1')).toBe(
      'form:/operations/OP-2026-000001/do/addAlias?subject=S1',
    );
  });
});
