import { startAzure } from '../../test/support/azure-translator';
import { KEY } from './azure';

/**
 * Of tier S4, the fastest: 200 million characters an hour, evenly, however many requests come at once; a short text takes 150 to 300 ms
 * (Azure Translator, service limits).
 */
const AS_DOCUMENTED = { charactersPerSecond: 200_000_000 / 3_600, latencyMs: 150 };

void startAzure({ key: KEY, ...AS_DOCUMENTED }).then(({ address }) => process.send?.(address));
process.once('disconnect', () => process.exit(0));
