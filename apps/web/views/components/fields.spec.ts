import type { Field, Typed } from '../../forms/field';
import { fieldsOf } from '../../forms/fields-of';
import type { Schema } from '../../forms/schema';
import { summaryOf } from '../../forms/shown';
import type { Form } from '../../forms/form';
import { bodyOf } from '../../forms/body-of';
import { createTemplates } from '../templates';

const templates = createTemplates();
const SCHEMA: Schema = {
  required: ['heldFrom'],
  properties: {
    identifiers: {
      type: 'array',
      items: { type: 'object', properties: { kind: { type: 'string' }, value: { type: 'string' } } },
    },
    aliases: { type: 'array', items: { type: 'string', maxLength: 60 } },
    heldFrom: { type: 'string', format: 'date-time' },
    grade: { type: 'object', properties: { source: { type: 'string' }, handling: { type: 'string' } } },
  },
};
const ACTION = '/operations/OP-2026-000001/do/addSubject';

function formOf(typed: Typed, errors: Form['errors'] = {}) {
  return { fields: fieldsOf(SCHEMA, { typed }), typed, errors, action: ACTION } as unknown as Form;
}

function shown(form: Form, path: string): string {
  const one = form.fields.find((field) => field.path === path) as Field;
  const macro = `{% from "components/fields.njk" import field %}{{ field(one, form) }}`;
  return templates.renderString(macro, { one, form });
}

/** Every match of the one group of a pattern. */
const all = (page: string, pattern: RegExp) => [...page.matchAll(pattern)].map(([, found]) => found);

describe('the rows of a list', () => {
  const rows = (count: number, path = 'identifiers') => shown(formOf({ [`${path}.rows`]: String(count) }), path);
  const LEGENDS = /<legend class="[^"]*govuk-visually-hidden">\s*([^<]*?)\s*<\/legend>/g;

  it.each([
    ['identifiers', ['Identifiers 1', 'Identifiers 2', 'Identifiers 3']],
    ['aliases', ['Other names 1', 'Other names 2', 'Other names 3']],
  ])('of %s are told apart by what they are called', (path, legends) => {
    expect(all(rows(3, path), LEGENDS)).toEqual(legends);
  });

  const landing = (page: string, button: string) =>
    all(page, new RegExp(`name="${button}"[^>]* formaction="([^"]*)"`, 'g'));

  it('are where their author goes on after one is added', () => {
    const [added] = landing(rows(2), '_add');
    expect(added).toBe(`${ACTION}#identifiers-2-row`);
    expect(all(rows(3), /<fieldset[^>]* id="([^"]*-row)" tabindex="-1"/g)).toContain('identifiers-2-row');
  });

  it('are where their author goes on after one is removed: at the next, else at the last, else at the list', () => {
    expect(landing(rows(3), '_remove')).toEqual([0, 1, 1].map((nth) => `${ACTION}#identifiers-${nth}-row`));
    expect(landing(rows(1), '_remove')).toEqual([`${ACTION}#identifiers`]);
    expect(rows(0)).toMatch(/<fieldset[^>]* id="identifiers" tabindex="-1"/);
  });

  it('go where the form goes', () => {
    const form = formOf({});
    const page = templates.renderString(
      '{% from "components/form.njk" import formBody %}{{ formBody(form, "Save", { action: "/elsewhere" }) }}',
      { form },
    );
    expect(page).toContain('<form method="post" action="/elsewhere"');
    expect(landing(page, '_add')).toEqual(['/elsewhere#identifiers-0-row', '/elsewhere#aliases-0-row']);
  });

  it('are linked to as a whole by what is wrong with one of them', () => {
    const form = formOf({ 'identifiers.rows': '2' }, { 'identifiers.1': 'This is known' });
    expect(summaryOf(form)).toEqual([{ text: 'This is known', href: '#identifiers-1-row' }]);
  });
});

describe('what is wrong with several fields together', () => {
  const WRONG = /<p class="govuk-error-message"><span[^>]*>Error:<\/span> ([^<]*)<\/p>/g;

  it.each([
    ['a group', 'grade', 'grade', 'id="grade" tabindex="-1"'],
    ['a list', 'identifiers', 'identifiers', 'id="identifiers" tabindex="-1"'],
    ['a row', 'identifiers.1', 'identifiers', 'id="identifiers-1-row" tabindex="-1"'],
  ])('stands at %s, to which its summary leads', (_, path, field, place) => {
    const form = formOf({ 'identifiers.rows': '2' }, { [path]: 'These do not fit' });
    const page = shown(form, field);
    expect(all(page, WRONG)).toEqual(['These do not fit']);
    expect(page).toContain(place);
    expect(summaryOf(form)).toEqual([{ text: 'These do not fit', href: `#${/id="([^"]*)"/.exec(place)?.[1]}` }]);
  });
});

describe('a moment', () => {
  const DAY = { 'heldFrom-day': '7', 'heldFrom-month': '12', 'heldFrom-year': '2026' };
  const judged = (typed: Typed) => formOf(typed, bodyOf(formOf(typed).fields, typed).errors);
  const wrong = (page: string) => all(page, /<input class="[^"]*govuk-input--error[^"]*" id="heldFrom-(\w+)"/g);

  it('has its time with its date', () => {
    const [fieldset = ''] = /<fieldset[\s\S]*<\/fieldset>/.exec(shown(formOf({}), 'heldFrom')) ?? [];
    for (const part of ['day', 'month', 'year', 'time']) expect(fieldset).toContain(`name="heldFrom-${part}"`);
    expect(fieldset).toContain('Time: such as 6:12am or 18:30');
  });

  it.each([
    ['a time that is none', { ...DAY, 'heldFrom-time': 'noonish' }, ['time'], '#heldFrom-time'],
    ['no time', DAY, ['time'], '#heldFrom-time'],
    [
      'a date that is none',
      { ...DAY, 'heldFrom-day': '32', 'heldFrom-time': '18:30' },
      ['day', 'month', 'year'],
      '#heldFrom-day',
    ],
    ['a time alone', { 'heldFrom-time': '18:30' }, ['day', 'month', 'year'], '#heldFrom-day'],
    ['nothing', {}, ['day', 'month', 'year'], '#heldFrom-day'],
  ])('of which there is %s says what is wrong where it is wrong', (_, typed, parts, href) => {
    const form = judged(typed);
    expect(wrong(shown(form, 'heldFrom'))).toEqual(parts);
    expect(summaryOf(form)).toEqual([{ text: form.errors['heldFrom'], href }]);
  });
});
