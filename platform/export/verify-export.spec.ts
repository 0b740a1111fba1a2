import { createHash, generateKeyPairSync } from 'node:crypto';
import canonicalize from 'canonicalize';
import { genesis, hashOf, type StoredEvent } from '../timeline/chain';
import { fingerprintOf } from '../timeline/signature';
import type { Export, ExportParts } from './export.schema';
import { digestOf, makeExport } from './make-export';
import { NotAnExport } from './not-an-export';
import { verifyExport } from './verify-export';

const REFERENCE = 'OP-2026-000123';
const MAKING = { madeAt: '2026-02-01T10:00:00.000Z', madeBy: 'supervisor-norfolk' };
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');

type Draft = { -readonly [K in keyof Export]: Export[K] };

const textOf = (id: string) => ({ id, salt: `salt of ${id}`, text: `Invented words of ${id}.`, withheld: false });
const refTo = ({ id, salt, text }: ReturnType<typeof textOf>) => ({
  record: id,
  digest: createHash('sha256').update(`${salt}\n${text}`).digest('hex'),
});

/** Three events that follow on from each other, the first two with a text. */
function parts(): ExportParts {
  const texts = [textOf('t1'), textOf('t2')];
  const events: StoredEvent[] = [];
  for (const sequence of [1, 2, 3]) {
    const next = {
      sequence,
      type: 'referralSubmitted',
      version: 1,
      happenedAt: '2026-01-01T09:30:00.000Z',
      occurredAt: '2026-01-01T09:30:00.123Z',
      actor: 'tasking-officer-norfolk',
      commandId: `c${sequence}`,
      index: 0,
      payload: canonicalize(texts[sequence - 1] ? { grounds: refTo(textOf(`t${sequence}`)) } : {}) as string,
      previousHash: events.at(-1)?.hash ?? genesis(REFERENCE),
    };
    events.push({ ...next, hash: hashOf(next) });
  }
  return { operation: { reference: REFERENCE, sequence: 3, hash: (events[2] as StoredEvent).hash }, events, texts };
}

const bytes = (content: string) => new TextEncoder().encode(content);
const found = (content: string) => verifyExport(bytes(content)).problems;
const linesOf = (content: string) => found(content).map(({ sequence, problem }) => `${sequence}: ${problem}`);
const exported = (of = parts(), key = privateKey) => makeExport(of, MAKING, key);

/** The file after someone has been at it. */
function tampered(change: (draft: Draft) => void): string {
  const draft = JSON.parse(exported()) as Draft;
  change(draft);
  return canonicalize(draft) as string;
}

/** As a forger with some skill would: the part's digest in the manifest is made to fit. */
function withDigests(draft: Draft): void {
  const { operation, events, texts, manifest } = draft;
  const digests = { operation: digestOf(operation), events: digestOf(events), texts: digestOf(texts) };
  draft.manifest = { ...manifest, digests, events: events.length, head: operation.hash };
}

const UNSIGNED = '0: its manifest is not the one that was signed';
const EVENTS = '0: its events are not those that the manifest names';
const TEXTS = '0: its texts are not those that the manifest names';
const ANOTHER = '0: its manifest is that of another timeline: reference, head or number of events differ';

describe('an export', () => {
  it('proves itself, and tells the fingerprint of its key', () => {
    expect(verifyExport(bytes(exported()))).toMatchObject({
      problems: [],
      fingerprint: fingerprintOf(publicKey),
      export: { manifest: { reference: REFERENCE, events: 3, ...MAKING, fingerprint: fingerprintOf(publicKey) } },
    });
    expect(found(`\u{feff}${exported()}\n`)).toEqual([]);
  });

  it('proves itself where a text was erased before it was made (DPA 2018 s.47)', () => {
    const { texts, ...rest } = parts();
    expect(
      found(exported({ ...rest, texts: [{ id: 't1', salt: null, text: null, withheld: false }, texts[1] as never] })),
    ).toEqual([]);
  });

  it('names an event that was altered, whether or not the manifest was made to fit', () => {
    const alter = (draft: Draft) => {
      draft.events = draft.events.map((event) => (event.sequence === 2 ? { ...event, actor: 'someone-else' } : event));
    };
    const altered = '2: does not match its hash: it has been altered';
    expect(linesOf(tampered(alter))).toEqual([EVENTS, altered]);
    const both = (draft: Draft) => {
      alter(draft);
      withDigests(draft);
    };
    expect(linesOf(tampered(both))).toEqual([UNSIGNED, altered]);
  });

  it('names an altered payload, also one that is no JSON any more', () => {
    const alter = (payload: string) =>
      tampered((draft) => {
        draft.events = draft.events.map((event) => (event.sequence === 3 ? { ...event, payload } : event));
      });
    const altered = '3: does not match its hash: it has been altered';
    expect(linesOf(alter('{"person":"another"}'))).toEqual([EVENTS, altered]);
    expect(linesOf(alter('{'))).toEqual([EVENTS, altered, '3: its payload is not canonical JSON (RFC 8785)']);
  });

  it('names an event that was taken out, in the middle and at the end', () => {
    const without = (sequence: number) =>
      linesOf(tampered((draft) => (draft.events = draft.events.filter((event) => event.sequence !== sequence))));
    expect(without(2)).toEqual([EVENTS, ANOTHER, '2: is missing', '3: does not follow on from the event before it']);
    expect(without(3)).toEqual([EVENTS, ANOTHER, '3: is missing: the operation had come to 3']);
  });

  it('names an end that was cut off with head and manifest made to fit: the signature does not', () => {
    const cut = tampered((draft) => {
      draft.events = draft.events.slice(0, 2);
      draft.operation = { ...draft.operation, sequence: 2, hash: (draft.events[1] as StoredEvent).hash };
      withDigests(draft);
    });
    expect(linesOf(cut)).toEqual([UNSIGNED]);
  });

  it('names a head that was altered, and an event beyond it', () => {
    const HEAD = '0: its head is not the one that the manifest names';
    const moved = (change: object) =>
      linesOf(tampered((draft) => (draft.operation = { ...draft.operation, ...change })));
    expect(moved({ sequence: 2 })).toEqual([HEAD, '3: is unknown to the head']);
    expect(moved({ hash: 'f'.repeat(64) })).toEqual([HEAD, ANOTHER, '3: is not the event that the head names']);
  });

  it('names texts that were swapped, altered, taken out or made to look erased', () => {
    const withTexts = (change: (texts: Export['texts']) => Export['texts']) =>
      linesOf(tampered((draft) => (draft.texts = change(draft.texts))));
    const not = (sequence: number) => `${sequence}: its text t${sequence} is not the one that was recorded`;
    const swapped = withTexts(([one, two]) => [{ ...two, id: 't1' } as never, { ...one, id: 't2' } as never]);
    expect(swapped).toEqual([TEXTS, not(1), not(2)]);
    expect(withTexts(([one, two]) => [{ ...one, text: 'Other words.' } as never, two as never])).toEqual([
      TEXTS,
      not(1),
    ]);
    expect(withTexts(([, two]) => [two as never])).toEqual([
      TEXTS,
      '1: its text t1 is gone without having been erased',
    ]);
    expect(withTexts(([, two]) => [{ id: 't1', salt: null, text: null, withheld: false }, two as never])).toEqual([
      TEXTS,
    ]);
  });

  it.each([
    ['who made it', { madeBy: 'someone-else' }, [UNSIGNED]],
    ['when it was made', { madeAt: '2026-02-01T10:00:00.001Z' }, [UNSIGNED]],
    ['how many events there are', { events: 4 }, [UNSIGNED, ANOTHER]],
    [
      'the fingerprint',
      { fingerprint: 'f'.repeat(64) },
      [UNSIGNED, '0: its manifest names the fingerprint of another key'],
    ],
    ['the key', { publicKey: 'none' }, ['0: its manifest carries no Ed25519 public key']],
  ])('names a manifest that was altered: %s', (_, change, lines) => {
    expect(linesOf(tampered((draft) => (draft.manifest = { ...draft.manifest, ...change })))).toEqual(lines);
  });

  it('is of one operation: another reference does not fit its chain', () => {
    const moved = linesOf(
      tampered((draft) => {
        const reference = 'OP-2026-000124';
        draft.operation = { ...draft.operation, reference };
        draft.manifest = { ...draft.manifest, reference };
        withDigests(draft);
      }),
    );
    expect(moved).toEqual([UNSIGNED, '1: does not follow on from the event before it']);
  });

  it('names a signature of another key', () => {
    const { signature } = JSON.parse(exported(parts(), stranger.privateKey)) as Export;
    expect(linesOf(tampered((draft) => (draft.signature = signature)))).toEqual([UNSIGNED]);
  });

  it('that a stranger has made anew shows the stranger’s fingerprint', () => {
    const { problems, fingerprint } = verifyExport(bytes(exported(parts(), stranger.privateKey)));
    expect(problems).toEqual([]);
    expect(fingerprint).toBe(fingerprintOf(stranger.publicKey));
  });

  it('is not proved by a key of another kind', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    const publicKey = rsa.export({ type: 'spki', format: 'pem' }).toString();
    expect(linesOf(tampered((draft) => (draft.manifest = { ...draft.manifest, publicKey })))).toEqual([
      '0: its manifest carries no Ed25519 public key',
    ]);
  });

  it('says the same to every reader: a key that stands there twice is named', () => {
    const twice = exported().replace(
      '"text":"Invented words of t1."',
      '"text":"Other.","text":"Invented words of t1."',
    );
    expect(linesOf(twice)).toEqual([
      '0: it is not written as it was exported: other readers may be shown something else',
    ]);
  });

  const cut = (content: string) => content.slice(0, content.length / 2);
  it.each([
    ['cut short', () => bytes(cut(exported())), /it is not JSON/],
    ['empty', () => bytes(''), /it is not JSON/],
    ['no text', () => Uint8Array.of(0xff, 0xfe, 0x00), /it is not JSON/],
    ['half a character', () => bytes('{"a":"\\ud800"}'), /it is not JSON/],
    ['something else', () => bytes('{"a":1}'), /no manifest/],
    ['null', () => bytes('null'), /no manifest/],
    ['of a later format', () => bytes('{"manifest":{"format":"waymark-export/2"}}'), /waymark-export\/2/],
    ['without a part', () => bytes(tampered((draft) => Reflect.deleteProperty(draft, 'texts'))), /at texts/],
    ['with a part more', () => bytes(tampered((draft) => Object.assign(draft, { more: 1 }))), /outermost level/],
  ])('is refused in one sentence when it is %s', (_, file, sentence) => {
    expect(() => verifyExport(file())).toThrow(NotAnExport);
    expect(() => verifyExport(file())).toThrow(sentence);
  });
});
