import { blockersOf, deciding, happens, operationIn, someone, TEXT } from '../../../../test/support/decided';

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
