/** What was typed, by the names of a form's inputs. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly hint?: string | undefined;
}

interface Base {
  /** Where its value stands in the body, steps joined by full stops. */
  readonly path: string;
  /** Of its element, and what an error links to. */
  readonly id: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly required: boolean;
  /** Whether null is written where nothing was given. */
  readonly writesNull: boolean;
}

export type Field = Base &
  (
    | { readonly kind: 'text' | 'textarea'; readonly maxLength: number | undefined; readonly restricted: boolean }
    | { readonly kind: 'number'; readonly minimum: number | undefined; readonly maximum: number | undefined }
    | { readonly kind: 'file'; readonly accept: string | undefined }
    | { readonly kind: 'money' | 'date' | 'moment' | 'yes-no' }
    | { readonly kind: 'fixed'; readonly value: unknown }
    | {
        readonly kind: 'choice';
        readonly options: readonly Option[];
        readonly numeric: boolean;
        readonly many: boolean;
      }
    | { readonly kind: 'choices'; readonly options: readonly Option[] }
    | { readonly kind: 'group'; readonly fields: readonly Field[] }
    | {
        readonly kind: 'list';
        readonly rows: readonly Field[];
        readonly most: number | undefined;
        readonly fewest: number;
      }
  );
export type Kind = Field['kind'];
/** A field of one kind. */
export type FieldOf<K extends Kind> = Extract<Field, { readonly kind: K }>;

/** The one text typed into an input; nothing typed is an empty text. */
export function textAt(typed: Typed, name: string): string {
  const value = typed[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
}

/** What was chosen under a name, as it is: a choice may be a tab. */
export function choiceAt(typed: Typed, name: string): string {
  const value = typed[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** All that was chosen under a name. */
export function textsAt(typed: Typed, name: string): readonly string[] {
  const value = typed[name];
  return (typeof value === 'string' ? [value] : (value ?? [])).filter((text) => text !== '');
}
