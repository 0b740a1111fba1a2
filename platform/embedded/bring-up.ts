import path from 'node:path';
import { migrate } from '../../prisma/migrate';
import type { Places } from './addresses';
import { prepareDatabases, urlOf } from './databases';
import { externalServices } from './external';
import { issuerAnswers, prepareIdentity } from './identity';
import { PEOPLE } from './identity/people';
import { projectRoot } from '../checkout';
import { LOOPBACK } from './ports';
import { answers, preparePostgres } from './postgres';
import { StartProblem } from './problem';
import { ensureRedis, ping, prepareRedis } from './redis';
import { ensureOfflinePrograms } from '../translation/providers/offline-programs';
import type { Stack } from './stack';
import { prepareNamespace, serverAnswers } from './temporal-namespace';
import { findTemporal } from './temporal-programs';
import { prepareTemporal } from './temporal';

const NAMESPACE = 'waymark';

/** Brings up the services of a stack, each found in its environment variable, on PATH, or prepared by us. */
export async function bringUp(stack: Stack): Promise<Places> {
  const environment = stack.options.environment ?? process.env;
  const external = externalServices(environment);
  const namespace = environment['TEMPORAL_NAMESPACE'] || NAMESPACE;

  // Before anything runs: a first build takes minutes, in which no database should idle and after which nothing should
  // turn out to be missing.
  const { programs } = await stack.steps.take('Programs', async (note) => {
    const redisServer = external.redisUrl === undefined ? path.basename(await ensureRedis(note)) : undefined;
    const programs = external.temporalAddress === undefined ? await findTemporal(note) : undefined;
    // Without them it runs all the same, and a provider's health tells what it lacks.
    const { installed } = await ensureOfflinePrograms(note);
    const offline = installed.length > 0 && `${installed.length} packages for translation`;
    const found = [redisServer, programs && `Temporal ${programs.version} (${programs.source})`, offline];
    return { programs, detail: found.filter(Boolean).join(', ') || 'none needed' };
  });

  const adminUrl = await postgres(stack, external.databaseUrl, programs !== undefined);

  const [redisUrl, temporalAddress, issuer] = await settled<[string, string, string, void]>([
    redis(stack, external.redisUrl),
    stack.steps
      .take('Temporal', async (note) => {
        if (!programs) {
          const address = external.temporalAddress ?? '';
          await reachable('TEMPORAL_ADDRESS', () => serverAnswers(address));
          await prepareNamespace(address, namespace);
          return { address, detail: `at ${address} (TEMPORAL_ADDRESS), namespace ${namespace}` };
        }
        const prepared = await prepareTemporal({
          folder: stack.at.temporal,
          ports: stack.ports,
          adminUrl,
          password: stack.secrets.temporalPassword,
          dynamicConfig: stack.options.temporalDynamicConfig ?? {},
          programs,
          note,
        });
        stack.specs.set('temporal', prepared.spec);
        await stack.supervisor.start(prepared.spec);
        await prepareNamespace(prepared.address, namespace);
        return { address: prepared.address, detail: `${prepared.detail}, namespace ${namespace}` };
      })
      .then(({ address }) => address),
    identity(stack, external.issuer),
    migrations(stack, adminUrl),
  ]);
  return { adminUrl, redisUrl, temporalAddress, issuer, apiPort: stack.ports.api, webPort: stack.ports.web, namespace };
}

async function postgres(stack: Stack, external: string | undefined, withTemporal: boolean): Promise<string> {
  const { url } = await stack.steps.take('PostgreSQL', async (note) => {
    if (external !== undefined) {
      await reachable('DATABASE_URL', () => answers(external));
      await prepareDatabases(external, stack.secrets, withTemporal);
      return { url: external, detail: `at ${new URL(external).host} (DATABASE_URL)` };
    }
    const prepared = await preparePostgres({
      dataDir: stack.at.root,
      folder: stack.at.postgres,
      port: stack.ports.postgres,
      password: stack.secrets.postgresPassword,
      note,
    });
    stack.specs.set('postgres', prepared.spec);
    await stack.supervisor.start(prepared.spec);
    await prepareDatabases(prepared.adminUrl, stack.secrets, withTemporal);
    return { url: prepared.adminUrl, detail: prepared.detail };
  });
  return url;
}

async function redis(stack: Stack, external: string | undefined): Promise<string> {
  const { url } = await stack.steps.take('Redis', async (note) => {
    if (external !== undefined) {
      await reachable('REDIS_URL', () => ping(external));
      return { url: external, detail: `at ${new URL(external).host} (REDIS_URL)` };
    }
    const prepared = await prepareRedis({
      folder: stack.at.redis,
      port: stack.ports.redis,
      password: stack.secrets.redisPassword,
      note,
    });
    stack.specs.set('redis', prepared.spec);
    await stack.supervisor.start(prepared.spec);
    return prepared;
  });
  return url;
}

async function identity(stack: Stack, external: string | undefined): Promise<string> {
  const { issuer } = await stack.steps.take('Identity provider', async () => {
    if (external !== undefined) {
      await reachable('OIDC_ISSUER', () => issuerAnswers(external));
      return { issuer: external, detail: `${external} (OIDC_ISSUER)` };
    }
    const own = `http://${LOOPBACK}:${stack.ports.identity}`;
    const { webClientSecret, systemClientSecret } = stack.secrets;
    const api = `http://${LOOPBACK}:${stack.ports.api}`;
    const web = `http://${LOOPBACK}:${stack.ports.web}`;
    const spec = prepareIdentity({
      folder: stack.at.identity,
      issuer: own,
      webClientSecret,
      systemClientSecret,
      api,
      web,
    });
    stack.specs.set('identity', spec);
    await stack.supervisor.start(spec);
    return { issuer: own, detail: `${own} (development, seeded with ${PEOPLE.length} people)` };
  });
  return issuer;
}

async function migrations(stack: Stack, adminUrl: string): Promise<void> {
  if (stack.options.migrate === false) return;
  await stack.steps.take('Migrations', async () => {
    const { api, worker, jobs, auditor } = stack.secrets.databasePasswords;
    const passwords = { waymark_api: api, waymark_worker: worker, waymark_jobs: jobs, waymark_auditor: auditor };
    const applied = await migrate(urlOf(adminUrl, 'owner', stack.secrets), passwords, projectRoot());
    return applied.length === 0 ? 'database is up to date' : `applied ${applied.join(', ')}`;
  });
}

async function reachable(variable: string, ask: () => Promise<void>): Promise<void> {
  await ask().catch((error: Error) => {
    throw new StartProblem(
      `${variable} names a service that does not answer (${error.message}): start it or unset the variable.`,
    );
  });
}

/** Waits for all even when one fails, so that nothing is still starting while the rest is being stopped. */
async function settled<T extends readonly unknown[]>(promises: { readonly [K in keyof T]: Promise<T[K]> }): Promise<T> {
  await Promise.allSettled(promises);
  return Promise.all(promises) as Promise<unknown> as Promise<T>;
}
