import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/** Where the build puts the workflow bundle that the worker then serves. */
export const BUNDLE_FILE = join(__dirname, '..', '..', 'workflow-bundle.js');

/** Bundles the workflows; what the bundle says is the version of the deployment. */
export async function bundleWorkflows(): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: require.resolve('../../workflows'),
    // Loaded and frozen once, not anew for each operation: none of our modules keeps anything (eslint.config.mjs).
    preloadModules: [require.resolve('../../workflows')],
    failureConverterPath: require.resolve('../../platform/temporal/failure-converter'),
    logger: new DefaultLogger('WARN'),
  });
  return code;
}

if (require.main === module)
  void bundleWorkflows().then((code) => {
    mkdirSync(dirname(BUNDLE_FILE), { recursive: true });
    writeFileSync(BUNDLE_FILE, code);
  });
