import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { processEnvironment, stackUrls, type Places, type ProcessRole, type StackUrls } from './addresses';
import { APPS, prepareApp, type AppName } from './apps';
import { bringUp } from './bring-up';
import { layout, requireSpace, type Layout } from './layout';
import { planPorts, type PortPlan } from './port-plan';
import { StartProblem } from './problem';
import { claim, markOf, writeRunning } from './running-file';
import { readSecrets, writePrivately, type Secrets } from './secrets';
import { Steps, type StepListener } from './steps';
import { Supervisor, type ProcessSpec } from './supervisor';
import type { DynamicValue } from './temporal-config';

export type ServiceName = 'postgres' | 'redis' | 'temporal' | 'identity' | AppName;

export interface StackOptions {
  /** Everything the stack keeps; a later start with the same folder finds it as it was. */
  readonly dataDir: string;
  /** `free`: any free ports, to live beside other stacks. Default: the usual ones, or those named here. */
  readonly ports?: 'free' | Partial<PortPlan>;
  /** Which of our own processes to start. Default: all. */
  readonly apps?: 'all' | 'none' | readonly AppName[];
  /** Temporal's dynamic configuration, over ours. */
  readonly temporalDynamicConfig?: Readonly<Record<string, DynamicValue>>;
  /** More variables for our processes. */
  readonly env?: Readonly<Record<string, string>> | ((app: AppName) => Readonly<Record<string, string>>);
  /** Apply migrations. Default: true. */
  readonly migrate?: boolean;
  /** Start again what ends by itself. Default: false, as tests want to see it. */
  readonly restart?: boolean;
  readonly onStep?: StepListener;
  /** How many steps have been shown before, for numbering. */
  readonly stepsBefore?: number;
  /** Told what happens unasked while it runs. */
  readonly onEvent?: (text: string) => void;
  /** Where to look for services that are already there. Default: `process.env`. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Thrown when another process runs a stack on the same data folder. */
export class AlreadyRunning extends StartProblem {}

const SPACE_NEEDED = 500_000_000;
/** Apps first, what people use before all; the database last, since the others write to it as they end. */
const STOP_ORDER: readonly (readonly ServiceName[])[] = [
  ['web'],
  ['api'],
  ['worker', 'jobs'],
  ['identity', 'temporal', 'redis'],
  ['postgres'],
];

/** A whole Waymark: services, database and processes. The same for `up`, tests, demonstration, bench and chaos. */
export class Stack {
  readonly specs = new Map<ServiceName, ProcessSpec>();
  readonly supervisor: Supervisor;
  readonly steps: Steps;
  readonly at: Layout;
  readonly secrets: Secrets;
  private places: Places | undefined;
  private ready = false;
  private stopped: Promise<void> | undefined;

  private constructor(
    readonly options: StackOptions,
    readonly ports: PortPlan,
  ) {
    this.at = layout(options.dataDir);
    this.secrets = readSecrets(this.at.secrets);
    this.steps = new Steps(options.onStep ?? (() => undefined), options.stepsBefore);
    this.supervisor = new Supervisor({
      logs: this.at.logs,
      restart: options.restart ?? false,
      onEvent: options.onEvent ?? (() => undefined),
      onChange: () => this.writeDown(),
    });
  }

  /**
   * Starts everything and resolves when it serves.
   *
   * @throws StartProblem for what the person can put right; AlreadyRunning when the folder's stack is up
   */
  static async start(options: StackOptions): Promise<Stack> {
    const at = layout(options.dataDir);
    mkdirSync(at.root, { recursive: true });
    // The database's account must be able to pass through; what is private has a mode of its own.
    chmodSync(at.root, 0o711);
    requireSpace(at.root, SPACE_NEEDED, 'Waymark');
    const other = await claim(at.running);
    if (other) throw new AlreadyRunning(`Waymark is already running (process ${other.starter.pid}) on ${at.root}.`);
    try {
      const stack = new Stack(options, await choosePorts(options, at));
      try {
        stack.places = await bringUp(stack);
        await stack.startApps();
        stack.ready = true;
        stack.writeDown();
        return stack;
      } catch (error) {
        await stack.stop();
        throw error;
      }
    } catch (error) {
      rmSync(at.running, { force: true });
      throw error;
    }
  }

  /** Addresses of everything, with the passwords they need. */
  get urls(): StackUrls {
    if (!this.places) throw new Error('The stack has not started.');
    return stackUrls(this.places, this.secrets);
  }

  /** The environment of a process of this role, with what the options add; for tests and tools that play one. */
  env(role: ProcessRole): Record<string, string> {
    const { env } = this.options;
    const hasProcess = role !== 'owner' && role !== 'auditor';
    const more = !hasProcess ? {} : typeof env === 'function' ? env(role) : env;
    const { urls, secrets, at } = this;
    return {
      ...processEnvironment(role, { urls, secrets, at }, this.options.environment ?? process.env),
      ...more,
    };
  }

  /** Process ids of what is alive. */
  pids(): Partial<Record<ServiceName, number>> {
    return this.supervisor.pids();
  }

  /** Ends a service with SIGKILL, as a power cut would. Resolves when it is gone. */
  async kill(name: ServiceName): Promise<void> {
    await this.supervisor.kill(name);
  }

  /**
   * Starts a service again, on the same port and data; ends it gracefully first if it is still there.
   *
   * @param env variables to set for one of our processes, from now on
   */
  async restart(name: ServiceName, env: Readonly<Record<string, string>> = {}): Promise<void> {
    const spec = this.specs.get(name);
    if (!spec) throw new Error(`${name} is not run by this stack`);
    const changed = { ...spec, env: { ...spec.env, ...env } };
    this.specs.set(name, changed);
    await this.supervisor.stop(name);
    await this.supervisor.start(changed);
  }

  /** Starts one of our processes that was left out at the start. */
  async startApp(name: AppName): Promise<void> {
    const spec = prepareApp(name, this.env(name), this.urls);
    this.specs.set(name, spec);
    await this.supervisor.start(spec);
  }

  /** Stops everything gracefully, in order. Safe to call twice. */
  stop(): Promise<void> {
    this.stopped ??= this.supervisor.stopAll(STOP_ORDER).then(() => rmSync(this.at.running, { force: true }));
    return this.stopped;
  }

  private async startApps(): Promise<void> {
    const { apps = 'all' } = this.options;
    const wanted = apps === 'all' ? APPS : apps === 'none' ? [] : APPS.filter((name) => apps.includes(name));
    const start = (name: AppName) =>
      this.steps.take(TITLES[name], async () => {
        await this.startApp(name);
        return name === 'api' || name === 'web' ? `ready on ${this.urls[name]}` : 'running';
      });
    await Promise.all(wanted.filter((name) => name === 'worker' || name === 'jobs').map(start));
    if (wanted.includes('api')) await start('api');
    if (wanted.includes('web')) await start('web');
  }

  private writeDown(): void {
    if (this.stopped) return;
    const children = Object.entries(this.supervisor.pids()).map(([name, pid]) => [name, markOf(pid)]);
    const { leashPid } = this.supervisor;
    writeRunning(this.at.running, {
      starter: markOf(process.pid),
      children: Object.fromEntries(children),
      ...(leashPid === undefined ? {} : { leash: markOf(leashPid) }),
      places: this.places,
      ready: this.ready,
    });
  }
}

const TITLES: Readonly<Record<AppName, string>> = { worker: 'Worker', jobs: 'Jobs', api: 'API', web: 'Pages' };

async function choosePorts(options: StackOptions, at: Layout): Promise<PortPlan> {
  const environment = options.environment ?? process.env;
  const { apps = 'all' } = options;
  const plan = await planPorts({
    wanted: options.ports ?? {},
    remembered: existsSync(at.ports) ? (JSON.parse(readFileSync(at.ports, 'utf8')) as Partial<PortPlan>) : {},
    needed: [
      ...(['api', 'web'] as const).filter((name) => apps === 'all' || apps.includes(name)),
      ...(environment['OIDC_ISSUER'] ? [] : (['identity'] as const)),
    ],
    environment,
  });
  writePrivately(at.ports, `${JSON.stringify(plan, null, 2)}\n`);
  return plan;
}
