import fc from 'fast-check';
import { ApiProblem } from '../api-client/problem';
import type { KeptForms } from '../session/kept-forms';
import type { WebRequest } from '../session/session';
import { bodyOf } from './body-of';
import type { Typed } from './field';
import { fieldsOf } from './fields-of';
import { Forms } from './forms.service';
import type { Schema } from './schema';
import { typedOf } from './typed-of';

const SCHEMA: Schema = {
  properties: {
    note: { type: 'string', maxLength: 60 },
    rows: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'parts'],
        properties: {
          name: { type: 'string', maxLength: 60 },
          parts: { type: 'array', items: { type: 'string', maxLength: 60 } },
        },
      },
    },
  },
};
const forms = new Forms({} as KeptForms);
const bodyTyped = (typed: Typed) => bodyOf(fieldsOf(SCHEMA, { typed }), typed).body as { readonly rows?: object[] };

const row = fc.record({
  name: fc.stringMatching(/^[a-z]{1,8}$/),
  parts: fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 3 }),
});
const body = fc.record({
  note: fc.stringMatching(/^[a-z]{1,8}$/),
  rows: fc.array(row, { minLength: 1, maxLength: 12 }),
});

describe('rows of a list', () => {
  it('are what they were without the one that is removed', () => {
    fc.assert(
      fc.property(body, fc.nat(), (whole, any) => {
        const nth = any % whole.rows.length;
        const typed = forms.changedRows({ ...typedOf(whole), _remove: `rows.${nth}` }) as Typed;
        const rows = whole.rows.toSpliced(nth, 1);
        expect(bodyTyped(typed)).toEqual({ note: whole.note, ...(rows.length > 0 ? { rows } : {}) });
      }),
    );
  });

  it('are removed also where a list is within another', () => {
    fc.assert(
      fc.property(body, fc.nat(), (whole, any) => {
        const nth = any % whole.rows.length;
        const [first, ...others] = whole.rows[nth]?.parts ?? [];
        fc.pre(first !== undefined && others.length > 0);
        const typed = forms.changedRows({ ...typedOf(whole), _remove: `rows.${nth}.parts.0` }) as Typed;
        expect(bodyTyped(typed).rows?.[nth]).toMatchObject({ parts: others });
      }),
    );
  });

  it('say nothing while nothing is typed into one that was added', () => {
    fc.assert(
      fc.property(body, (whole) => {
        const typed = forms.changedRows({ ...typedOf(whole), _add: 'rows' }) as Typed;
        expect(typed['rows.rows']).toBe(String(whole.rows.length + 1));
        expect(bodyTyped(typed)).toEqual(whole);
      }),
    );
  });

  it('are left as they are where a form is shown once more, and where it is sent', () => {
    expect(forms.changedRows({ note: 'a', _again: 'yes' })).toMatchObject({ note: 'a' });
    expect(forms.changedRows({ note: 'a' })).toBeUndefined();
  });
});

describe('sending a form', () => {
  const request = (typed: Typed) =>
    ({ body: typed, originalUrl: '/x?subject=S1&kept=abc', formMark: 'me.mark', query: {} }) as unknown as WebRequest;
  const fields = fieldsOf(SCHEMA, { typed: {} });
  const typed = { note: 'Typed', _key: 'k', _version: '7' };
  const conflict = (current: number) =>
    new ApiProblem({
      type: '/problems/version-conflict',
      title: '',
      status: 409,
      current,
      changes: [{ sequence: current, type: 'subjectAdded', happenedAt: '', occurredAt: '', actor: 'x' }],
    });
  /** Refuses so often, then takes it. */
  const taking = (...refusals: ApiProblem[]) => {
    const sent: { key: string; version: string | undefined }[] = [];
    const send = async (_: object, key: string, version: string | undefined) => {
      sent.push({ key, version });
      const refusal = refusals.shift();
      if (refusal) throw refusal;
      return 'taken';
    };
    return { sent, send };
  };
  const of = (kind: string, status: number) => new ApiProblem({ type: `/problems/${kind}`, title: kind, status });

  it('sends it again by itself, as the same act, where nothing that has happened concerns it', async () => {
    const { sent, send } = taking(conflict(8), conflict(9));
    const concerning = jest.fn(async () => []);
    const done = await forms.send(request(typed), { fields, send, concerning });
    expect(done).toEqual({ done: true, answer: 'taken' });
    expect(sent).toEqual(['7', '8', '9'].map((version) => ({ key: 'k', version })));
    // Always from what its author saw.
    expect(concerning.mock.calls).toEqual([
      [7, { note: 'Typed' }],
      [7, { note: 'Typed' }],
    ]);
  });

  it('asks its author where something does, and keeps what they typed', async () => {
    const { sent, send } = taking(conflict(8));
    const concerning = async () => conflict(8).problem.changes;
    const result = await forms.send(request(typed), { fields, send, concerning });
    expect(sent).toHaveLength(1);
    expect(result).toMatchObject({
      done: false,
      status: 409,
      form: { typed, version: '8', changes: [{ type: 'subjectAdded' }], isAgain: true, action: '/x?subject=S1' },
    });
    expect((result as { form: { key: string } }).form.key).not.toBe('k');
  });

  it.each([
    ['it cannot be told what has happened', async () => undefined],
    ['nobody can tell', undefined],
  ])('asks its author where %s', async (_, concerning) => {
    const { sent, send } = taking(conflict(8));
    const result = await forms.send(request(typed), { fields, send, ...(concerning ? { concerning } : {}) });
    expect(result).toMatchObject({ done: false, form: { changes: [{ type: 'subjectAdded' }] } });
    expect(sent).toHaveLength(1);
  });

  it('gives up where the operation does not come to rest, and asks', async () => {
    const { sent, send } = taking(...Array.from({ length: 50 }, (_, nth) => conflict(8 + nth)));
    const result = await forms.send(request(typed), { fields, send, concerning: async () => [] });
    expect(result).toMatchObject({ done: false, status: 409 });
    expect(sent.length).toBeLessThan(20);
  });

  it.each([
    ['unavailable', 503],
    ['too-busy', 429],
    ['internal', 500],
  ])('keeps text and key where the answer is %s', async (kind, status) => {
    const result = await forms.send(request(typed), { fields, send: taking(of(kind, status)).send });
    expect(result).toMatchObject({ done: false, status, form: { key: 'k', version: '7', typed } });
  });

  it('leaves it to the page of the problem where the form is not the place to say it', async () => {
    for (const kind of ['unauthenticated', 'step-up', 'not-found'])
      await expect(forms.send(request(typed), { fields, send: taking(of(kind, 401)).send })).rejects.toThrow(kind);
  });
});
