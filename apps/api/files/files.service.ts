import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Request } from 'express';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Actor } from '../../../domain/access/actor';
import type { FileScan } from '../../../domain/operation/codes';
import type { OperationFile } from '../../../domain/operation/areas/files/state';
import { claim, release } from '../../../platform/files/claims';
import type { FileScanner } from '../../../platform/files/file-scanner';
import type { FileStore } from '../../../platform/files/file-store';
import { Damaged, intact } from '../../../platform/files/intact';
import type { IncomingCommand, Outcome } from '../commands/commands.service';
import { CommandsService } from '../commands/commands.service';
import { Readings } from '../access/readings';
import type { ApiConfig } from '../config';
import { Problem, refusal } from '../http/problems';
import { OperationRead } from '../operations/operation.read';
import { TextRead } from '../timeline/text.read';
import { TimelineRead } from '../timeline/timeline.read';
import { CONFIG, FILE_SCANNER, FILE_STORE, LOGGER } from '../tokens';
import { fileTypeOf } from './file-type';
import { receive, type Received } from './receive';

/** What people may say of a file, beside it. */
export const FORM_FIELDS = ['note', 'about', 'happenedAt'] as const;

/** What was left lying by a process that died is removed after this long. */
const LEFT_MS = 86_400_000;

export type Uploading = Omit<IncomingCommand, 'command' | 'body'>;

/** Takes files in and gives them out. */
@Injectable()
export class FilesService implements OnModuleInit {
  private readonly incoming: string;

  constructor(
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(FILE_STORE) private readonly store: FileStore,
    @Inject(FILE_SCANNER) private readonly scanner: FileScanner,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly pool: Pool,
    private readonly readings: Readings,
    private readonly commands: CommandsService,
    private readonly operations: OperationRead,
    private readonly timeline: TimelineRead,
    private readonly texts: TextRead,
  ) {
    this.incoming = join(config.FILES_DIR, 'incoming');
  }

  async onModuleInit(): Promise<void> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.incoming)) {
      const left = join(this.incoming, name);
      const { mtimeMs } = await stat(left);
      if (mtimeMs < Date.now() - LEFT_MS) await rm(left, { force: true });
    }
  }

  /**
   * Attaches the file that a request brings. What would be refused is refused before its body is read, and nothing is kept
   * of a file that is not attached in the end.
   *
   * @throws Problem for every refusal; FilesAway and EngineUnavailable when the same request may succeed later
   */
  async attach(reference: string, uploading: Uploading, request: Request): Promise<Outcome> {
    const { FILES_MAX_BYTES: maxBytes } = this.config;
    const before = await this.commands.forewarned(reference, { ...uploading, command: 'attachFile' });
    const received = await receive(request, { folder: this.incoming, maxBytes, fields: FORM_FIELDS });
    try {
      const { path, name, size, sha256, isText, fields } = received;
      const mediaType = await fileTypeOf(path, isText, name);
      const found = { ...fields, name, size, sha256, mediaType };
      const give = (scan: FileScan) =>
        this.commands.give(reference, { ...uploading, command: 'attachFile', body: { ...found, scan } });
      if (!before.recorded) return await this.keep(reference, before.commandId, received, give);
      // As it was recorded then, whatever the scanner would say today; the content is not stored again.
      const { firstSequence, lastSequence } = before.recorded;
      const [event] = await this.readings.as(uploading.actor, (reader) =>
        this.timeline.between(reader, reference, firstSequence, lastSequence),
      );
      return await give((event?.payload['scan'] as FileScan | undefined) ?? 'not-scanned');
    } finally {
      await rm(received.path, { force: true });
    }
  }

  /**
   * A file with its name and content, which ends well only if it is the one that was attached.
   *
   * @throws Problem `not-found`, `gone`
   */
  async open(
    reference: string,
    id: string,
    actor: Actor,
  ): Promise<{ file: OperationFile; name: string; content: Readable }> {
    const { file, name } = await this.readings.as(actor, async (reader) => {
      const { state } = await this.operations.one(reader, reference);
      const found = state.files.find((one) => one.id === id);
      const attached = found && (await this.timeline.attachment(reader, reference, id));
      if (!attached) throw new Problem('not-found', `There is no file ${id} in this operation.`);
      if (found.status === 'erased') throw new Problem('gone', `${id} has been erased.`);
      return { file: found, ...(await this.texts.into(reader, reference, { name: attached.name })) };
    });
    const content = intact(file.sha256);
    pipeline(await this.store.open(file.sha256), content, (error) => {
      if (error instanceof Damaged) this.logger.error({ operation: reference, file: id }, 'a file is damaged');
    });
    return { file, name: name.text ?? id, content };
  }

  private async keep(
    reference: string,
    commandId: string,
    { path, sha256 }: Received,
    give: (scan: FileScan) => Promise<Outcome>,
  ): Promise<Outcome> {
    const scanned = await this.scanner.scan(path);
    if ('signature' in scanned) throw infected(scanned.signature);
    const claimed = await claim(this.pool, sha256, reference, commandId);
    const giveUp = () => release(this.pool, this.store, [claimed]);
    try {
      await this.store.put(sha256, path);
    } catch (error) {
      await giveUp();
      throw error;
    }
    try {
      const outcome = await give(scanned.scan);
      // Somebody else has recorded the same command meanwhile, with a claim of their own.
      if (outcome.replayed) await giveUp();
      return outcome;
    } catch (error) {
      // Without an answer it may be recorded yet; then the claim must stand.
      if (error instanceof Problem) await giveUp();
      throw error;
    }
  }
}

function infected(signature: string): Problem {
  const sentence = `The virus scanner has found ${signature} in this file: it is not kept.`;
  return refusal([{ kind: 'act', code: 'infected', sentence }]);
}
