import { StartProblem } from './problem';
import { isFree, nextFree, occupant, randomFree, type PortProbe } from './ports';

/** Ports people type or bookmark. They never move by themselves: that would surprise more than a refusal. */
export const PUBLIC_PORTS = {
  web: { preferred: 3000, variable: 'WAYMARK_WEB_PORT', title: 'pages' },
  api: { preferred: 3001, variable: 'WAYMARK_API_PORT', title: 'API' },
  identity: { preferred: 3002, variable: 'WAYMARK_IDENTITY_PORT', title: 'identity provider' },
} as const;

/** Ports only our own processes use. They move to the next free one and are then remembered in the data folder. */
export const INNER_PORTS = {
  postgres: 15_432,
  redis: 16_379,
  temporal: 17_233,
  temporalFrontendMembership: 17_333,
  temporalHistory: 17_234,
  temporalHistoryMembership: 17_334,
  temporalMatching: 17_235,
  temporalMatchingMembership: 17_335,
  temporalWorker: 17_239,
  temporalWorkerMembership: 17_339,
} as const;

export type PublicPort = keyof typeof PUBLIC_PORTS;
export type InnerPort = keyof typeof INNER_PORTS;
export type PortName = PublicPort | InnerPort;
export type PortPlan = Record<PortName, number>;

export interface PortWishes {
  /** `free`: any free ports, for stacks beside others. Otherwise the usual ones, some of them named by the caller. */
  readonly wanted: 'free' | Partial<PortPlan>;
  /** What an earlier start of the same data folder used. */
  readonly remembered: Partial<PortPlan>;
  /** Public ports this start will listen on; a taken one that is not needed is no reason to refuse. */
  readonly needed: readonly PublicPort[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly probe?: PortProbe;
}

/**
 * Chooses every port of a stack.
 *
 * @throws StartProblem when a needed public port is taken, naming its occupant and the variable that moves it
 */
export async function planPorts(wishes: PortWishes): Promise<PortPlan> {
  const probe = wishes.probe ?? isFree;
  const taken = new Set<number>();
  const plan: Partial<PortPlan> = {};
  const named = wishes.wanted === 'free' ? {} : wishes.wanted;

  for (const name of Object.keys(PUBLIC_PORTS) as PublicPort[]) {
    if (wishes.wanted === 'free') {
      plan[name] = await keepOrChoose(wishes.remembered[name], () => randomFree(taken, probe));
      continue;
    }
    const port = named[name] ?? fromEnvironment(name, wishes.environment) ?? PUBLIC_PORTS[name].preferred;
    if (wishes.needed.includes(name) && (taken.has(port) || !(await probe(port)))) await refuse(name, port);
    taken.add(port);
    plan[name] = port;
  }
  for (const name of Object.keys(INNER_PORTS) as InnerPort[]) {
    const wish = named[name] ?? wishes.remembered[name];
    plan[name] = await keepOrChoose(wish, () =>
      wishes.wanted === 'free' ? randomFree(taken, probe) : nextFree(wish ?? INNER_PORTS[name], taken, probe),
    );
  }
  return plan as PortPlan;

  async function keepOrChoose(wish: number | undefined, choose: () => Promise<number>): Promise<number> {
    if (wish === undefined || taken.has(wish) || !(await probe(wish))) return choose();
    taken.add(wish);
    return wish;
  }
}

function fromEnvironment(name: PublicPort, environment: PortWishes['environment']): number | undefined {
  const { variable } = PUBLIC_PORTS[name];
  const text = environment[variable];
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StartProblem(`${variable} is "${text}"; it must be a port between 1 and 65535.`);
  }
  return port;
}

async function refuse(name: PublicPort, port: number): Promise<never> {
  const { title, variable } = PUBLIC_PORTS[name];
  throw new StartProblem(
    `Port ${port} for the ${title} is in use by ${await occupant(port)}; stop it or choose another: ${variable}=${port + 100}.`,
  );
}
