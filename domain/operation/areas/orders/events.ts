import type { TextRef } from '../../../text/text';
import type { ORDERS } from '../../codes';

export interface OrdersEvents {
  orderApplied: { order: string; kind: (typeof ORDERS)[number]; subject: string; court: string; grounds: TextRef };
  orderMade: {
    order: string;
    interim: boolean;
    youthCourt: boolean;
    from: string;
    until: string | null;
    conditions: TextRef;
  };
  orderRefused: { order: string; reason: TextRef };
  orderServed: { order: string };
  monitoringOfficerAssigned: { order: string; person: string };
  orderPoliced: { order: string; note: TextRef };
  orderBreached: { order: string; breaches: number; note: TextRef };
  orderEnded: { order: string; how: 'expired' | 'discharged'; note: TextRef };
}
