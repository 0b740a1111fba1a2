import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import { EncryptingCodec, type PayloadKey } from './payload-codec';

export interface TemporalConfig {
  readonly TEMPORAL_ADDRESS: string;
  readonly TEMPORAL_NAMESPACE: string;
  readonly PAYLOAD_KEYS: readonly PayloadKey[];
}

/** How payloads and failures are written; clients and workers must share it. */
export function dataConverter(keys: readonly PayloadKey[]): DataConverter {
  return {
    payloadCodecs: [new EncryptingCodec(keys)],
    failureConverterPath: require.resolve('./failure-converter'),
  };
}

/** A client that connects when it is first used, so that a process starts while Temporal is away. */
export function temporalClient(config: TemporalConfig): Client {
  return new Client({
    connection: Connection.lazy({ address: config.TEMPORAL_ADDRESS, connectTimeout: '5s' }),
    namespace: config.TEMPORAL_NAMESPACE,
    dataConverter: dataConverter(config.PAYLOAD_KEYS),
  });
}
