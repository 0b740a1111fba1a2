/** What a message of the invented case is about; of anything else it is about ordinary life, and has none. */
export const THEMES = [
  'recruitment',
  'travel',
  'accommodation',
  'adverts',
  'money',
  'debt',
  'documents',
  'control',
] as const;
export type Theme = (typeof THEMES)[number];

/** Something in a text that an officer would look for. */
export interface Field {
  readonly kind: 'flight' | 'airport' | 'sum' | 'date' | 'time' | 'phone' | 'plate' | 'address' | 'url';
  /** As the text has it. */
  readonly written: string;
  /**
   * What it means: a flight, a plate without spaces, an airport by IATA, a sum as `GBP 120`, a date as `2021-06-14`, a time as
   * `18:30`, a phone in E.164.
   */
  readonly value: string;
}

/** Who the contact is to the suspect whose phone it is. */
export const ROLES = ['potential-victim', 'associate', 'client', 'family', 'friend'] as const;
export type Role = (typeof ROLES)[number];
