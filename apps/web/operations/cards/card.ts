import type { ReadText } from '../../../api/timeline/event.schema';
import type { Said } from '../shown-event';
import type { Told } from '../dossier';
import { WHY_MISSING } from '../shown-event';

/** Something that a line of a card says. */
export interface Value {
  readonly text: string;
  readonly href?: string;
  /** Said beside it, of less weight. */
  readonly beside?: string;
  /** Whether a text is not there to be read: then `text` says why. */
  readonly isMissing?: boolean;
  /** A moment, for the machine. */
  readonly at?: string;
}
export interface Row {
  readonly label: string;
  readonly values: readonly Value[];
}

/** One step of a sequence: of a strand, a chain of custody, a way through the NRM. */
export interface Step {
  readonly title: string;
  readonly at?: string;
  readonly by?: string;
  readonly said: readonly Said[];
  /** What has not happened yet is awaited. */
  readonly state: 'done' | 'awaited';
}

/** What falls due. */
export interface Due {
  readonly text: string;
  readonly at: string;
  /** Whether it is a day and no hour is said. */
  readonly isDay: boolean;
}

export interface Tag {
  readonly text: string;
  /** Class of the GOV.UK tag: `govuk-tag--red`. */
  readonly colour?: string;
}
export interface Act {
  readonly command: string;
  readonly title: string;
  /** Field of its form that names the thing. */
  readonly field: string;
}

/** Something that an operation holds, as people read it. */
export interface Card {
  readonly id: string;
  readonly title: string;
  readonly tags: readonly Tag[];
  readonly rows: readonly Row[];
  readonly dues: readonly Due[];
  readonly steps: readonly Step[];
  /** What the steps are. */
  readonly stepsTitle?: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
  /** Of what goes on by itself: how much of it is done, in hundredths. */
  readonly progress?: number;
  readonly actions: readonly Act[];
  /** All that is recorded of it. */
  readonly events: readonly Told[];
}
export type Shown = Partial<Omit<Card, 'id' | 'actions' | 'events'>>;

export interface Table {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly Value[]; readonly actions: readonly Act[] }[];
}

/** Something that there must be, and whether it is there. */
export interface Line {
  readonly isDone: boolean;
  readonly text: string;
  readonly href?: string;
}

/** Cards of one sort, under a heading. */
export interface Group {
  readonly title: string;
  readonly intro?: string;
  readonly rows?: readonly Row[];
  readonly lines?: readonly Line[];
  readonly cards?: readonly Card[];
  readonly table?: Table;
  /** What there is to say, and to do, where there is none. */
  readonly empty?: string;
  readonly links?: readonly { readonly text: string; readonly href: string }[];
  /** What it shows besides, so that it is not told once more. */
  readonly covers?: readonly string[];
}

/** A text that was read back, or why it is not there. */
export function words(text: ReadText | null | undefined): readonly Value[] {
  if (!text) return [];
  const missing = WHY_MISSING[text.status];
  return [missing === undefined ? { text: text.text ?? '' } : { text: missing, isMissing: true }];
}

type Says = string | Value | null | undefined | false;

/** A line of a card; there is none where it says nothing. */
export function row(label: string, ...said: readonly (Says | readonly Value[])[]): readonly Row[] {
  const values = said.flatMap((one): readonly Value[] => {
    if (one === null || one === undefined || one === false || one === '') return [];
    return typeof one === 'string' ? [{ text: one }] : [one].flat();
  });
  return values.length === 0 ? [] : [{ label, values }];
}
