import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { ApiConfig } from '../config';
import { CONFIG } from '../tokens';

/** The key that signs exports, and checkpoints. Read when the API starts, so that it fails then and not when it is asked. */
@Injectable()
export class SigningKey implements OnModuleInit {
  private read: KeyObject | undefined;

  constructor(@Inject(CONFIG) private readonly config: ApiConfig) {}

  onModuleInit(): void {
    this.read = createPrivateKey(readFileSync(this.config.CHECKPOINT_KEY_FILE, 'utf8'));
  }

  get key(): KeyObject {
    if (!this.read) throw new Error('The API has not started');
    return this.read;
  }
}
