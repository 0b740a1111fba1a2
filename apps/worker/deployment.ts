import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isGrpcServiceError, type Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';

/** All of Waymark's workflows are one deployment; each released bundle is one version of it. */
export const DEPLOYMENT = 'waymark';

const NOT_FOUND = 5;
const DRAINED = temporal.api.enums.v1.VersionDrainageStatus.VERSION_DRAINAGE_STATUS_DRAINED;

/** A bundle of workflows and the version that its content gives it. */
export interface Bundle {
  readonly buildId: string;
  readonly code: string;
}

export function bundleOf(code: string): Bundle {
  return { buildId: createHash('sha256').update(code).digest('hex').slice(0, 12), code };
}

/** Bundles of released versions, kept so that operations pinned to one can go on until they continue as new. */
export class BundleStore {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  /** Keeps a bundle and tells where. */
  keep({ buildId, code }: Bundle): string {
    writeFileSync(this.path(buildId), code);
    return this.path(buildId);
  }

  /** Where the bundle of a version lies, if it was kept. */
  find(buildId: string): string | undefined {
    return existsSync(this.path(buildId)) ? this.path(buildId) : undefined;
  }

  private path(buildId: string): string {
    return join(this.folder, `${buildId}.js`);
  }
}

/** Build ids of the versions that operations may still be pinned to, without the current one. */
export async function undrainedVersions(client: Client, current: string): Promise<readonly string[]> {
  try {
    const { workerDeploymentInfo } = await client.workflowService.describeWorkerDeployment({
      namespace: client.options.namespace,
      deploymentName: DEPLOYMENT,
    });
    return (workerDeploymentInfo?.versionSummaries ?? [])
      .filter(({ drainageStatus }) => drainageStatus !== DRAINED)
      .map(({ deploymentVersion }) => deploymentVersion?.buildId ?? '')
      .filter((buildId) => buildId !== '' && buildId !== current);
  } catch (error) {
    if (isGrpcServiceError(error) && error.code === NOT_FOUND) return [];
    throw error;
  }
}

/**
 * Makes a version the current one once its worker has made itself known.
 *
 * @returns whether another version was current before
 */
export async function makeCurrent(client: Client, buildId: string): Promise<boolean> {
  for (;;) {
    try {
      const { previousDeploymentVersion } = await client.workflowService.setWorkerDeploymentCurrentVersion({
        namespace: client.options.namespace,
        deploymentName: DEPLOYMENT,
        buildId,
        ignoreMissingTaskQueues: true,
        identity: 'waymark',
      });
      return (previousDeploymentVersion?.buildId ?? buildId) !== buildId;
    } catch (error) {
      if (!isGrpcServiceError(error) || error.code !== NOT_FOUND) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
