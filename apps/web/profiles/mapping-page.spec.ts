import { createTemplates } from '../views/templates';

const templates = createTemplates();

it('how files are read is kept while it is typed by the suggestion that it is about', () => {
  const action = '/profiles/mappings/norfolk?suggested=one';
  const form = { fields: [], typed: {}, errors: {}, action, blockers: [] };
  const page = templates.render('profiles/mapping.njk', { form, submit: 'Save', back: {}, force: 'norfolk' });
  expect(page).toContain(`<form method="post" action="${action}"`);
});
