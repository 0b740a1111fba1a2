import type { OperationView } from '../../api/operations/operation.schema';
import type { ContactNetworkAnswer } from '../../api/translations/findings.schema';
import type { TranslationList } from '../../api/translations/translations.schema';
import type { Api } from '../api-client/api';
import type { Typed } from '../forms/field';
import { pathOf, readEvents, readOperation } from '../operations/read-operation';
import type { Chart } from './chart';
import { drawingOf, type Drawing } from './drawing';
import type { Layouts } from './layouts';
import { chartOfNetwork } from './of-network';
import { CHART_EVENTS, chartOfOperation } from './of-operation';
import { around, selectionOf, within, type Selection } from './selection';

export interface ReadChart {
  readonly operation: OperationView;
  readonly selection: Selection;
  /** Translated phone whose contacts are drawn, as T1; else what the operation holds. */
  readonly phone: string | undefined;
  /** The phones whose contacts can be drawn. */
  readonly phones: readonly { readonly id: string; readonly text: string }[];
  /** What the chart leaves out, and what must be said of it. */
  readonly note: string | undefined;
  /** All that is there, whatever is chosen of it. */
  readonly whole: Chart;
  /** What is around the node that was asked for. */
  readonly near: Chart;
  /** What of it is chosen. */
  readonly shown: Chart;
  readonly drawing: Drawing;
}

/** Reads a chart and all that is shown of it. */
export async function readChart(api: Api, layouts: Layouts, reference: string, asked: Typed): Promise<ReadChart> {
  const phone = /^T\d{1,4}$/.exec([asked['phone'] ?? ''].flat()[0] ?? '')?.[0];
  const [operation, events, translations, network] = await Promise.all([
    readOperation(api, reference),
    readEvents(api, reference, CHART_EVENTS),
    api.get<TranslationList>(pathOf(reference, '/translations')),
    phone === undefined
      ? undefined
      : api.get<ContactNetworkAnswer>(pathOf(reference, `/translations/${phone}/network`)),
  ]);
  const own = chartOfOperation(reference, events);
  const subjects = new Map(own.nodes.filter(({ kind }) => kind === 'person').map((node) => [node.id, node]));
  const whole = network ? chartOfNetwork(network, subjects) : own;
  const selection = selectionOf(asked);
  const near = around(whole, selection);
  const centre = near === whole ? undefined : selection.around;
  const drawing = drawingOf(near, layouts.of(`${reference}/${phone ?? ''}`, near), centre);
  return {
    operation,
    selection: { ...selection, around: centre },
    phone,
    phones: translations.items
      .filter(({ state }) => state === 'translated')
      .map(({ id, rows }) => ({ id: shortId(id), text: `${shortId(id)}, ${rows.toLocaleString('en-GB')} messages` })),
    note: network && noteOf(network),
    whole,
    near,
    shown: within(near, { ...selection, around: centre }),
    drawing,
  };
}

const shortId = (id: string) => id.split('.').at(-1) as string;

function noteOf({ note, parties, pairs, people, ties }: ContactNetworkAnswer): string {
  if (people.length === parties && ties.length === pairs) return note;
  return `${note} Drawn are the ${people.length} parties and ${ties.length} pairs with most messages, of ${parties.toLocaleString('en-GB')} and ${pairs.toLocaleString('en-GB')}.`;
}
