import { areaSchemas, type CommandName } from '../../../domain/operation/command-schemas';
import { lifecycle } from '../../../domain/operation/lifecycle.v1';
import { AREA_EVENTS } from '../../../domain/operation/area-events';

type Area = keyof typeof areaSchemas;

export interface Section {
  /** Last part of its address. */
  readonly name: string;
  readonly title: string;
  /** The areas of an operation that it shows. */
  readonly areas: readonly Area[];
  /** Further pages about it, by their address under that of the operation. */
  readonly pages?: readonly { readonly title: string; readonly at: string }[];
}

/** The pages of an operation, in the order of its road. */
export const SECTIONS: readonly Section[] = [
  { name: 'referral', title: 'Referral', areas: ['referral', 'merging'] },
  {
    name: 'assessment',
    title: 'Assessment',
    areas: ['assessment'],
    pages: [
      { title: 'Threat scores side by side', at: 'scores' },
      { title: 'The tasking decision', at: 'decide' },
    ],
  },
  {
    name: 'people',
    title: 'People',
    areas: ['people'],
    pages: [{ title: 'Matches with other operations', at: 'matches' }],
  },
  // A page of its own, drawn from what other areas hold.
  { name: 'links', title: 'Links', areas: [] },
  { name: 'intelligence', title: 'Intelligence', areas: ['intelligence'] },
  { name: 'products', title: 'Products', areas: ['products'] },
  { name: 'europol', title: 'Europol', areas: ['europol'] },
  { name: 'enforcement', title: 'Enforcement', areas: ['enforcement'] },
  { name: 'safeguarding', title: 'Safeguarding', areas: ['safeguarding'] },
  { name: 'proceedings', title: 'Proceedings', areas: ['proceedings'] },
  { name: 'orders', title: 'Orders', areas: ['orders'] },
  { name: 'files', title: 'Files', areas: ['files', 'texts'] },
  { name: 'closure', title: 'Closure', areas: ['closure'] },
  { name: 'access', title: 'Access', areas: ['access'] },
];

/** Given by routes of their own, for which the API lists no action; or by whoever does not see the operation yet. */
const GIVEN_ELSEWHERE: readonly CommandName[] = ['openReferral', 'attachFile', 'challengeAccess'];

/** The commands of a section that people give, in the order in which its areas name them. */
export const commandsOf = ({ areas }: Section): readonly string[] =>
  areas
    .flatMap((area) => Object.keys(areaSchemas[area]) as CommandName[])
    .filter(
      (command) => !GIVEN_ELSEWHERE.includes(command) && lifecycle[command].roles.some((role) => role !== 'service'),
    );

/** The section that a command belongs to. */
export const sectionOf = (command: string): Section | undefined =>
  SECTIONS.find(({ areas }) => areas.some((area) => command in areaSchemas[area]));

/** The types of the events of a section. */
export const eventsOf = ({ areas }: Section): readonly string[] => areas.flatMap((area) => AREA_EVENTS[area]);
