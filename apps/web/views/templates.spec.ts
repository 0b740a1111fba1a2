import { readdirSync } from 'node:fs';
import { createTemplates } from './templates';

const NAMES = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.njk'));

describe('the templates', () => {
  const templates = createTemplates();

  it.each(NAMES)('%s can be read', (name) => {
    expect(() => templates.getTemplate(name, true)).not.toThrow();
  });

  it('show what people wrote as text, never as part of the page', () => {
    const page = templates.render('errors/not-found.njk', { detail: '<script>alert(1)</script>' });
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});
