import type { Applies } from '../areas';
import { changed } from '../entities';
import type { OrdersEvents } from './events';

export const orders: Applies<OrdersEvents> = {
  orderApplied: ({ orders }, { order, kind, subject }) => ({
    orders: [
      ...orders,
      {
        id: order,
        kind,
        subject,
        status: 'applied',
        youthCourt: false,
        from: null,
        until: null,
        served: false,
        monitor: null,
        breaches: 0,
      },
    ],
  }),
  orderMade: ({ orders }, { order, interim, youthCourt, from, until }) => ({
    orders: changed(orders, order, { status: interim ? 'interim' : 'full', youthCourt, from, until, served: false }),
  }),
  orderRefused: ({ orders }, { order }) => ({ orders: changed(orders, order, { status: 'refused' }) }),
  orderServed: ({ orders }, { order }) => ({ orders: changed(orders, order, { served: true }) }),
  monitoringOfficerAssigned: ({ orders }, { order, person }) => ({
    orders: changed(orders, order, { monitor: person }),
  }),
  orderPoliced: () => ({}),
  orderBreached: ({ orders }, { order, breaches }) => ({ orders: changed(orders, order, { breaches }) }),
  orderEnded: ({ orders }, { order }) => ({ orders: changed(orders, order, { status: 'ended' }) }),
};
