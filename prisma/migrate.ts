import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import { Client, escapeIdentifier, escapeLiteral, Pool } from 'pg';

/** The login roles of Waymark's processes, each with the least it needs; see the migrations for their grants. */
export const PROCESS_ROLES = ['waymark_api', 'waymark_worker', 'waymark_jobs', 'waymark_auditor'] as const;
export type ProcessRole = (typeof PROCESS_ROLES)[number];

/**
 * Brings the database up to date: makes the process roles and applies the migrations that are missing, with Prisma's own
 * engine (its WebAssembly build, since the native one is a download). Keeps `_prisma_migrations` as the Prisma CLI does.
 *
 * @param ownerUrl connection of the owner, which needs CREATEROLE
 * @param passwords password of each process role
 * @param folder where `prisma/` is
 * @returns the names of the migrations that were applied now
 */
export async function migrate(
  ownerUrl: string,
  passwords: Readonly<Record<ProcessRole, string>>,
  folder = process.cwd(),
): Promise<readonly string[]> {
  await ensureRoles(ownerUrl, passwords);
  const pool = new Pool({ connectionString: ownerUrl });
  try {
    const engine = await startEngine(pool, join(folder, 'prisma'));
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: readMigrations(join(folder, 'prisma', 'migrations')),
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } finally {
    await pool.end();
  }
}

async function ensureRoles(ownerUrl: string, passwords: Readonly<Record<ProcessRole, string>>): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles WHERE rolname = ANY($1)', [
      PROCESS_ROLES,
    ]);
    const there = new Set(rows.map(({ rolname }) => rolname));
    for (const role of PROCESS_ROLES) {
      const verb = there.has(role) ? 'ALTER' : 'CREATE';
      await client.query(`${verb} ROLE ${escapeIdentifier(role)} LOGIN PASSWORD ${escapeLiteral(passwords[role])}`);
    }
  } finally {
    await client.end();
  }
}

interface EngineExports {
  __wbindgen_start(): void;
}
/** The part of the global that is used here: the compiler's library for it comes only with the whole DOM. */
declare const WebAssembly: {
  instantiate(code: Uint8Array, imports: Record<string, unknown>): Promise<{ instance: { exports: EngineExports } }>;
};

async function startEngine(pool: Pool, folder: string): Promise<engineModule.SchemaEngine> {
  const code = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const { instance } = await WebAssembly.instantiate(readFileSync(join(dirname(code), 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': engineModule,
  });
  (engineModule as unknown as { __wbg_set_wasm(exports: EngineExports): void }).__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const schema = join(folder, 'schema.prisma');
  return engineModule.SchemaEngine.new(
    { datamodels: [[schema, readFileSync(schema, 'utf8')]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(wholeScripts(new PrismaPg(pool))),
  );
}

/** Sends each migration whole: the adapter's own `executeScript` splits at every `;` and breaks PL/pgSQL bodies. */
function wholeScripts(factory: PrismaPg): PrismaPg {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  };
  return factory;
}

function readMigrations(baseDir: string): engineModule.MigrationList {
  const lockfile = 'migration_lock.toml';
  return {
    baseDir,
    lockfile: { path: lockfile, content: readFileSync(join(baseDir, lockfile), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: migrationScripts(baseDir).map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
    })),
  };
}

/** The migrations of a folder, in the order in which they are applied. */
export function migrationScripts(folder: string): readonly { readonly name: string; readonly script: string }[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map(({ name }) => name)
    .sort()
    .map((name) => ({ name, script: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }));
}
