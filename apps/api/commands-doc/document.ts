import { ROLES, type Role } from '../../../domain/access/actor';
import { spelt } from '../../../domain/access/rules';
import {
  areaSchemas,
  commandSchemas,
  type AreaName,
  type CommandName,
} from '../../../domain/operation/command-schemas';
import { COMMANDS, lifecycle, type LifecycleRow } from '../../../domain/operation/lifecycle.v1';
import { FRESH_SECONDS } from '../identity/step-up';
import { fieldsOf } from './fields';
import { code, list, page, table } from './markdown';
import { ANY_STAGE, gatesOf, refusalsOf, type AnyStage, type Refusal } from './refusals';

const AREAS: Readonly<Record<AreaName, string>> = {
  referral: 'Referral',
  assessment: 'Assessment and tasking',
  merging: 'Duplicates and merging',
  people: 'People and things',
  intelligence: 'Intelligence and authorisations',
  products: 'Intelligence products and package',
  europol: 'Europol liaison',
  enforcement: 'Enforcement',
  proceedings: 'Proceedings against suspects',
  safeguarding: 'Safeguarding of potential victims',
  orders: 'Orders',
  closure: 'Outcome and closure',
  texts: 'Erasable texts',
  files: 'Files',
  access: 'Need-to-know',
};

const INITIALS: Readonly<Record<Role, string>> = {
  'tasking-officer': 'TO',
  'senior-investigating-officer': 'SIO',
  'intelligence-analyst': 'IA',
  'digital-media-investigator': 'DMI',
  'rocu-liaison-officer': 'RLO',
  supervisor: 'SUP',
  administrator: 'ADM',
  service: 'WM',
};

const INTRODUCTION = [
  '# Commands',
  'Every command, in which stage and by whom it can be given, what it asks for, and the sentence it is refused with. Written ' +
    'from the code by `node dist/apps/api/commands-doc.js`: do not edit it here.',
  'A command is allowed where its stage **and** one role of whoever gives it are marked, and its gates are open. Otherwise it is ' +
    'refused with the sentence of each thing that stands in the way; all of them are under [Refusals](#refusals). A command ' +
    'can then still be refused for what it is about, such as a suspect who is not charged: that sentence says what to do.',
  list([
    '`●` marked; `○` marked, and gates must be open; `–` refused',
    ...ROLES.filter((role) => role !== 'service').map((role) => `${INITIALS[role]}: ${spelt([role])}`),
    'WM: service, which is Waymark itself when a clock rings or a job reports',
  ]),
  'Beside its fields each command takes `happenedAt`, the time of the act where that is not now. Texts and names are kept apart ' +
    'from the timeline and can be erased.',
];

/** All commands as a page for people (Markdown), from the lifecycle and the schemas of their bodies. */
export function commandsDocument(): string {
  const areas = Object.keys(AREAS) as AreaName[];
  return page([...INTRODUCTION, ...areas.flatMap(areaPart), '## Refusals', ...areas.flatMap(refusalsPart)]);
}

const commandsOf = (area: AreaName) => COMMANDS.filter((command) => command in areaSchemas[area]);

function areaPart(area: AreaName): readonly string[] {
  const commands = commandsOf(area);
  const head = ['Command', ...ANY_STAGE, ...ROLES.map((role) => INITIALS[role])];
  return [`## ${AREAS[area]}`, table(head, commands.map(matrixRow)), ...commands.flatMap(commandPart)];
}

function matrixRow(command: CommandName): readonly string[] {
  const { stages, roles }: LifecycleRow = lifecycle[command];
  const inStage = (stage: AnyStage) => (!stages.includes(stage) ? '–' : gatesOf(command, stage).length > 0 ? '○' : '●');
  return [code(command), ...ANY_STAGE.map(inStage), ...ROLES.map((role) => (roles.includes(role) ? '●' : '–'))];
}

function commandPart(command: CommandName): readonly string[] {
  const { title, stages, roles, freshSignIn }: LifecycleRow = lifecycle[command];
  const fresh = freshSignIn ? ` Needs a sign-in at most ${FRESH_SECONDS / 60} minutes old.` : '';
  const fields = fieldsOf(commandSchemas[command]).map(({ name, required, words }) => [
    code(name),
    required ? 'required' : 'optional',
    words,
  ]);
  return [
    `### ${title}`,
    `${code(command)}, for: ${spelt(roles)}. In: ${stages.join(', ')}.${fresh}`,
    list(stages.flatMap((stage) => gateLines(command, stage))),
    fields.length === 0 ? 'It asks for nothing.' : table(['Field', '', 'What it holds'], fields),
  ];
}

function gateLines(command: CommandName, stage: AnyStage): readonly string[] {
  return gatesOf(command, stage).map(({ code: gate, sentence, source, remedies }) =>
    [
      `Gate of ${stage} ${code(gate)}: ${sentence}`,
      ...(source === undefined ? [] : [`Source: ${source}.`]),
      ...(remedies.length === 0 ? [] : [`Opened by ${remedies.map(code).join(', ')}.`]),
    ].join(' '),
  );
}

function refusalsPart(area: AreaName): readonly string[] {
  const rows = commandsOf(area).flatMap((command) =>
    refusalsOf(command).map((refusal) => [code(command), where(refusal), refusal.sentence]),
  );
  return [`### Refusals: ${AREAS[area]}`, table(['Command', 'Refused', 'Sentence'], rows)];
}

function where({ to, stage, gate }: Refusal): string {
  if (to) return `to ${spelt(to)}`;
  return gate === undefined ? `in ${stage}` : `in ${stage} by ${gate}`;
}
