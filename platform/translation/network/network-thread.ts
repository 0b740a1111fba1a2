import type { ContactNetwork, PairCount } from '../../../domain/translation/network/contact-network';
import { runInThread } from '../../threads/kept-thread';
import type { CentralPerson } from './central';
import type { Party } from './people';

export interface NetworkTask {
  /** By the names that the extract has. */
  readonly pairs: readonly PairCount[];
  /** Whose phone it is, as the extract calls them; null where that is not known. */
  readonly owner: string | null;
}

/** A contact network, by the identifiers of its parties. */
export interface NamedNetwork {
  readonly network: ContactNetwork;
  readonly parties: readonly Party[];
  readonly central: readonly CentralPerson[];
}

const LIMITS = { maxOldGenerationSizeMb: 256 };

/** Makes a contact network in a thread of its own: to read thousands of numbers, and who links whom, takes seconds. */
export const namedNetwork = (task: NetworkTask): Promise<NamedNetwork> =>
  runInThread<NetworkTask, NamedNetwork>('platform/translation/network/network-thread.main.js', task, LIMITS);
