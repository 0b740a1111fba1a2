import { randomUUID } from 'node:crypto';
import type { BusyOperation, Engine } from './engine';
import { COMMAND, commandBody } from './given';
import type { HttpClient } from './http-client';
import { alternate, median, rounds, rounded, type Work } from './measure';
import type { Report, Scale } from './report';

/** The measured command by HTTP, ready to be sent. */
export function byHttp(http: HttpClient, operation: BusyOperation): Work {
  const key = randomUUID();
  return async () => {
    const path = `/api/v1/operations/${operation.reference}/commands/${COMMAND}`;
    operation.sequence = (await http.post<{ sequence: number }>(path, commandBody(operation.victim), key)).sequence;
  };
}

/**
 * What the API adds to a command, in milliseconds: commands by HTTP and Updates of the same kind take turns on one
 * operation; the difference of their medians is token, validation, envelope, the first look, the answer and HTTP itself.
 */
export async function httpOverheadMs(engine: Engine, http: HttpClient, scale: Scale, report: Report): Promise<number> {
  const overheads = await rounds(scale.rounds, async (nth) => {
    const operation = await engine.busyOperation();
    const prepare = {
      ours: () => byHttp(http, operation),
      bare: () => {
        const command = engine.command(operation);
        return () => engine.update(operation, command);
      },
    };
    await alternate(scale.warmUp, prepare);
    const { ours, bare } = await alternate(scale.calls, prepare);
    const [command, update] = [median(ours), median(bare)];
    report.line(`round ${nth}: p50 in ms: ${rounded(command, 1)} by HTTP, ${rounded(update, 1)} the Update alone`);
    return command - update;
  });
  return rounded(median(overheads), 1);
}
