import type { ORDERS } from '../../codes';

/** A prevention or risk order from its application to its end. */
export interface Order {
  readonly id: string;
  readonly kind: (typeof ORDERS)[number];
  readonly subject: string;
  readonly status: 'applied' | 'interim' | 'full' | 'refused' | 'ended';
  readonly youthCourt: boolean;
  readonly from: string | null;
  /** Last day; `null` until further order. */
  readonly until: string | null;
  readonly served: boolean;
  /** MOSOVO, who monitors it. */
  readonly monitor: string | null;
  readonly breaches: number;
}

export interface OrdersState {
  readonly orders: readonly Order[];
}

export const orders: OrdersState = { orders: [] };
