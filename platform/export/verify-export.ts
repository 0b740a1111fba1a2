import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { Chain, type Problem } from '../timeline/chain';
import { fingerprintOf, isSigned } from '../timeline/signature';
import { compareTexts } from '../timeline/texts';
import { EXPORT_FORMAT, exportDocument, type Export } from './export.schema';
import { digestOf } from './make-export';
import { NotAnExport } from './not-an-export';
import { keyOf, readCanonical } from './read-canonical';

/** What was found of an export. `fingerprint` is that of the key it carries, for people to compare. */
export interface ExportVerification {
  readonly export: Export;
  readonly fingerprint: string | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Proves an export by itself: recomputes its chain of hashes, compares its texts with the digests in its events, and its
 * parts with the signed manifest. Whose key has signed, only people can say: by its fingerprint.
 *
 * @throws NotAnExport
 */
export function verifyExport(bytes: Uint8Array): ExportVerification {
  const { document, asWritten } = readExport(bytes);
  const { operation, events, texts, manifest } = document;
  const key = keyOf(manifest.publicKey);
  const chain = new Chain(manifest.reference);
  for (const event of events) chain.add(event);
  compareHead(chain, operation);
  const whole = [
    ...(asWritten ? [] : ['it is not written as it was exported: other readers may be shown something else']),
    ...compareManifest(document, key),
  ];
  return {
    export: document,
    fingerprint: key && fingerprintOf(key),
    problems: [
      ...whole.map((problem) => ({ sequence: 0, problem })),
      ...chain.problems,
      ...compareTexts(events, texts),
    ],
  };
}

function compareManifest({ operation, events, texts, manifest, signature }: Export, key: KeyObject | undefined) {
  const { reference, head, digests } = manifest;
  const claims: readonly (readonly [holds: boolean, otherwise: string])[] = [
    [key !== undefined, 'its manifest carries no Ed25519 public key'],
    [!key || isSigned(manifest, signature, key), 'its manifest is not the one that was signed'],
    [!key || fingerprintOf(key) === manifest.fingerprint, 'its manifest names the fingerprint of another key'],
    [digestOf(operation) === digests.operation, 'its head is not the one that the manifest names'],
    [digestOf(events) === digests.events, 'its events are not those that the manifest names'],
    [digestOf(texts) === digests.texts, 'its texts are not those that the manifest names'],
    [
      reference === operation.reference && head === operation.hash && manifest.events === events.length,
      'its manifest is that of another timeline: reference, head or number of events differ',
    ],
  ];
  return claims.flatMap(([holds, otherwise]) => (holds ? [] : [otherwise]));
}

/** The chain must end where the operation did when it was exported. */
function compareHead(chain: Chain, { sequence: end, hash: last }: Export['operation']): void {
  const { sequence, hash } = chain.head;
  if (sequence < end) chain.note(sequence + 1, `is missing: the operation had come to ${end}`);
  else if (sequence > end) chain.note(end + 1, 'is unknown to the head');
  else if (hash !== last) chain.note(sequence, 'is not the event that the head names');
}

function readExport(bytes: Uint8Array): { readonly document: Export; readonly asWritten: boolean } {
  const { content, asWritten } = readCanonical(bytes);
  const named = z.object({ manifest: z.object({ format: z.string() }) }).safeParse(content);
  if (!named.success) throw new NotAnExport('is no export of Waymark: it has no manifest that names its format');
  const { format } = named.data.manifest;
  if (format !== EXPORT_FORMAT)
    throw new NotAnExport(`is of the format ${format.slice(0, 40)}; this Waymark reads ${EXPORT_FORMAT}`);
  const read = exportDocument.safeParse(content);
  if (!read.success) {
    const at = read.error.issues[0]?.path.join('.') || 'its outermost level';
    throw new NotAnExport(`is no whole export of Waymark: it is not as it should be at ${at}`);
  }
  return { document: read.data, asWritten };
}
