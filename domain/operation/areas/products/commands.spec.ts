import { blockersOf, deciding, happens, NOW, operationIn, someone, TEXT } from '../../../../test/support/decided';
import { TRANSLATION_STATUSES } from '../../codes';
import { event } from '../../events';
import { fold } from '../../fold';
import type { ProductTask, QualifiedTranslation } from './state';

const state = operationIn('intelligence-build', {
  products: [
    { product: 'telecoms', status: 'chosen' },
    { product: 'network', status: 'complete' },
  ],
});

describe('an intelligence product', () => {
  it.each([
    ['completeProduct', { product: 'telecoms', summary: TEXT }],
    ['withdrawProduct', { product: 'telecoms', reason: TEXT }],
  ] as const)('that was chosen can be settled by %s', (command, body) => {
    expect(happens(deciding(state, command, body as never))).toEqual(body);
  });

  it.each([
    ['T1', ['translation-status']],
    ['T2', []],
    ['T3', ['no-such-translation']],
  ] as const)('rests on a phone only once that is translated: %s gives %j', (id, blockers) => {
    const translated = {
      ...state,
      translations: (['confirmed', 'reviewed'] as const).map((status, nth) => ({
        ...{ id: `OP-2026-000001.T${nth + 1}`, language: 'hu', file: 'F1' },
        status,
      })),
    };
    const body = { product: 'telecoms' as const, summary: TEXT, translation: `OP-2026-000001.${id}` };
    const completed = deciding(translated, 'completeProduct', body);
    expect(blockersOf(completed)).toEqual(blockers);
    if (blockers.length > 0) return;
    const stamps = { sequence: 9, happenedAt: NOW, occurredAt: NOW, actor: 'somebody' };
    expect(fold(translated, { ...event('productCompleted', body), ...stamps }).products[0]).toEqual({
      ...{ product: 'telecoms', status: 'complete', translation: body.translation },
    });
  });

  it('that was not chosen, or is settled, cannot', () => {
    const complete = (product: 'network' | 'travel') =>
      blockersOf(deciding(state, 'completeProduct', { product, summary: TEXT }));
    expect(complete('travel')).toEqual(['product-not-chosen']);
    expect(complete('network')).toEqual(['product-settled']);
  });
});

describe('the intelligence package', () => {
  const author = someone('senior-investigating-officer', 'author');
  const submitted = operationIn('intelligence-build', {
    package: { version: 1, author: 'author', signedOffBy: null, recalled: false },
  });

  it('gets the next version each time it is submitted', () => {
    expect(happens(deciding(submitted, 'submitPackage', { summary: TEXT }))).toEqual({ version: 2, summary: TEXT });
  });

  it('is never signed off by its author', () => {
    expect(blockersOf(deciding(submitted, 'signOffPackage', {}, { actor: author }))).toEqual(['own-package']);
    expect(happens(deciding(submitted, 'signOffPackage', {}, { actor: someone('supervisor') }))).toEqual({
      version: 1,
    });
  });

  it('is signed off once in each version', () => {
    const signedOff = operationIn('intelligence-build', {
      package: { version: 1, author: 'author', signedOffBy: 'somebody', recalled: false },
    });
    expect(blockersOf(deciding(signedOff, 'signOffPackage', {}))).toEqual(['already-signed-off']);
  });

  it('must be there to be signed off', () => {
    expect(blockersOf(deciding(state, 'signOffPackage', {}))).toEqual(['no-package']);
  });
});

describe('a translation', () => {
  const requested = operationIn('prosecution', {
    translations: [{ id: 'OP-2026-000001.T1', language: 'hu', status: 'requested' }],
  });
  const report = { translation: 'OP-2026-000001.T1', outcome: 'translated' } as const;

  it('is numbered within the operation', () => {
    expect(happens(deciding(requested, 'requestTranslation', { language: 'ro', extract: TEXT }))).toMatchObject({
      translation: 'OP-2026-000001.T2',
    });
  });

  it('is reported once, by Waymark alone', () => {
    expect(happens(deciding(requested, 'reportTranslation', report))).toEqual(report);
    const reported = { ...requested, translations: [{ ...requested.translations[0]!, status: 'reported' as const }] };
    expect(blockersOf(deciding(reported, 'reportTranslation', report))).toEqual(['translation-not-awaited']);
    expect(blockersOf(deciding(requested, 'reportTranslation', report, { actor: someone('supervisor') }))).toEqual([
      'role',
    ]);
  });
});

describe('a request to a qualified translator', () => {
  const request = (id: string, status: QualifiedTranslation['status']): QualifiedTranslation => ({
    ...{ id, translation: 'OP-2026-000001.T2', dueOn: '2026-02-01', requestedBy: 'somebody', file: null },
    status,
  });
  const given = operationIn('prosecution', {
    translations: TRANSLATION_STATUSES.map((status, nth) => ({
      ...{ id: `OP-2026-000001.T${nth + 1}`, language: 'hu', file: 'F1' },
      status,
    })),
    files: (['kept', 'erased'] as const).map((status, nth) => ({
      ...{ id: `F${nth + 1}`, sha256: '', size: 1, mediaType: 'application/pdf' as const },
      status,
    })),
    qualifiedTranslations: [request('C1', 'requested'), request('C2', 'returned'), request('C3', 'withdrawn')],
  });

  it.each(TRANSLATION_STATUSES.map((status, nth) => [status, nth + 1] as const))(
    'is of what was reported: %s',
    (status, nth) => {
      const body = { translation: `OP-2026-000001.T${nth}`, messages: TEXT, translator: TEXT, dueOn: '2026-02-01' };
      const asked = deciding(given, 'requestQualifiedTranslation', body);
      const isReported = status === 'reported' || status === 'reviewed';
      expect(blockersOf(asked)).toEqual(isReported ? [] : ['translation-status']);
      if (isReported) expect(happens(asked)).toEqual({ request: 'C4', ...body });
    },
  );

  it.each([
    ['C1', 'F1', []],
    ['C1', 'F2', ['file-status']],
    ['C1', 'F9', ['no-such-file']],
    ['C2', 'F1', ['request-to-a-translator-status']],
    ['C3', 'F1', ['request-to-a-translator-status']],
    ['C9', 'F1', ['no-such-request-to-a-translator']],
  ] as const)('%s comes back once, in a file that is kept: with %s gives %j', (id, file, blockers) => {
    const body = { request: id, file, statement: TEXT };
    expect(blockersOf(deciding(given, 'recordQualifiedTranslation', body))).toEqual(blockers);
  });

  it('is known by the file that it came back in, or as withdrawn', () => {
    const after = (type: 'qualifiedTranslationRecorded' | 'qualifiedTranslationWithdrawn', payload: object) =>
      fold(given, {
        ...event(type, payload as never),
        ...{ sequence: 9, happenedAt: NOW, occurredAt: NOW, actor: 'somebody' },
      }).qualifiedTranslations[0];
    expect(after('qualifiedTranslationRecorded', { request: 'C1', file: 'F1', statement: TEXT })).toEqual({
      ...request('C1', 'returned'),
      file: 'F1',
    });
    expect(after('qualifiedTranslationWithdrawn', { request: 'C1', reason: TEXT })).toEqual(request('C1', 'withdrawn'));
  });

  it.each([
    ['C1', []],
    ['C2', ['request-to-a-translator-status']],
  ] as const)('is withdrawn while it is awaited: %s gives %j', (id, blockers) => {
    expect(blockersOf(deciding(given, 'withdrawQualifiedTranslation', { request: id, reason: TEXT }))).toEqual(
      blockers,
    );
  });
});

describe('the tasks of a product', () => {
  const task = (id: string, product: ProductTask['product'], status: ProductTask['status']): ProductTask => ({
    id,
    product,
    person: 'somebody',
    dueOn: '2026-02-01',
    status,
  });
  const given = operationIn('intelligence-build', {
    products: [
      { product: 'telecoms', status: 'chosen' },
      { product: 'network', status: 'complete' },
      { product: 'imagery', status: 'chosen' },
    ],
    tasks: [task('T1', 'telecoms', 'open'), task('T2', 'imagery', 'done')],
  });

  it.each([
    ['telecoms', []],
    ['network', ['product-settled']],
    ['travel', ['product-not-chosen']],
  ] as const)('are set while it is worked on: %s gives %j', (product, blockers) => {
    const body = { product, person: 'somebody', what: TEXT, dueOn: '2026-02-01' };
    const set = deciding(given, 'setProductTask', body);
    expect(blockersOf(set)).toEqual(blockers);
    if (blockers.length === 0) expect(happens(set)).toEqual({ task: 'T3', ...body });
  });

  it.each([
    ['T1', []],
    ['T2', ['task-status']],
    ['T9', ['no-such-task']],
  ] as const)('are completed once: %s gives %j', (id, blockers) => {
    expect(blockersOf(deciding(given, 'completeProductTask', { task: id, result: TEXT }))).toEqual(blockers);
  });

  it('are done before it is complete, each of them named; not before it is withdrawn', () => {
    expect(deciding(given, 'completeProduct', { product: 'telecoms', summary: TEXT })).toMatchObject({
      blockers: [{ code: 'tasks-open', missing: ['T1'] }],
    });
    expect(blockersOf(deciding(given, 'completeProduct', { product: 'imagery', summary: TEXT }))).toEqual([]);
    expect(blockersOf(deciding(given, 'withdrawProduct', { product: 'telecoms', reason: TEXT }))).toEqual([]);
  });

  it.each([
    ['telecoms', ['product-chosen']],
    ['network', []],
    ['travel', []],
  ] as const)('another product, or one that was settled, can be chosen: %s gives %j', (product, blockers) => {
    expect(blockersOf(deciding(given, 'addProduct', { product, reason: TEXT }))).toEqual(blockers);
  });
});

describe('the recall of a package', () => {
  const version = (signedOffBy: string | null, recalled: boolean) =>
    operationIn('intelligence-build', { package: { version: 2, author: 'author', signedOffBy, recalled } });

  it.each([
    ['one that is signed off', version('somebody', false), []],
    ['one that is not', version(null, false), ['not-signed-off']],
    ['one that was recalled', version(null, true), ['not-signed-off']],
    ['none', operationIn('intelligence-build'), ['not-signed-off']],
  ] as const)('is of %s', (_, given, blockers) => {
    expect(blockersOf(deciding(given, 'recallPackage', { reason: TEXT }))).toEqual(blockers);
  });

  it('names the version, which is never signed off again', () => {
    expect(happens(deciding(version('somebody', false), 'recallPackage', { reason: TEXT }))).toEqual({
      version: 2,
      reason: TEXT,
    });
    expect(blockersOf(deciding(version(null, true), 'signOffPackage', {}))).toEqual(['package-recalled']);
  });
});
