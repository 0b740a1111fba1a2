import { z } from 'zod';

/** Files of this format are kept for years: a change of what it says needs a new name. */
export const EXPORT_FORMAT = 'waymark-export/1';

const hash = z.string().describe('SHA-256, hexadecimal');

const exportedHead = z
  .strictObject({
    reference: z.string(),
    sequence: z.int().describe('Where the timeline ends'),
    hash: hash.describe('Hash of the event there'),
  })
  .meta({ id: 'ExportedHead' });

const exportedEvent = z
  .strictObject({
    sequence: z.int(),
    type: z.string(),
    version: z.int(),
    happenedAt: z.string(),
    occurredAt: z.string(),
    actor: z.string(),
    commandId: z.string(),
    index: z.int(),
    payload: z.string().describe('Canonical JSON (RFC 8785), as text: so it was hashed'),
    previousHash: hash,
    hash,
  })
  .meta({ id: 'ExportedEvent', description: 'An event, its fields exactly as they were hashed' });

const exportedText = z
  .strictObject({
    id: z.string().describe('`record` of the references in payloads'),
    salt: z.string().nullable(),
    text: z.string().nullable().describe('null once erased (DPA 2018 s.47), or withheld'),
    withheld: z.boolean().describe('It is restricted, and whoever made the export does not hold the permission'),
  })
  .meta({
    id: 'ExportedText',
    description: 'A text; SHA-256 over salt, line feed and text is the digest in the payload',
  });

const exportManifest = z
  .strictObject({
    format: z.literal(EXPORT_FORMAT),
    reference: z.string(),
    madeAt: z.iso.datetime(),
    madeBy: z.string().describe('Identifier of the person who exported it'),
    events: z.int().describe('How many there are'),
    head: hash.describe('Hash of the last event'),
    digests: z
      .strictObject({ operation: hash, events: hash, texts: hash })
      .describe('SHA-256 over the canonical JSON of each part'),
    publicKey: z.string().describe('Ed25519, SubjectPublicKeyInfo in PEM'),
    fingerprint: hash.describe('SHA-256 over the DER of the public key: compare it by another channel'),
  })
  .meta({ id: 'ExportManifest' });

/** An operation as one file that proves itself: see docs/adr/0010. */
export const exportDocument = z
  .strictObject({
    operation: exportedHead,
    events: z.array(exportedEvent),
    texts: z.array(exportedText),
    manifest: exportManifest,
    signature: z.base64().describe('Ed25519 over the canonical JSON of the manifest'),
  })
  .meta({ id: 'Export', description: 'An operation with all it takes to prove it unaltered' });
export type Export = z.output<typeof exportDocument>;

/** What an export is made of. */
export type ExportParts = Pick<Export, 'operation' | 'events' | 'texts'>;
