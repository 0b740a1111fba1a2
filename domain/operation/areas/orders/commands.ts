import { plusDays, utcDay } from '../../../time/days';
import type { ORDERS } from '../../codes';
import { blocked, type Decide } from '../../decide';
import { event } from '../../events';
import type { SuspectStatus } from '../../state';
import { about, nextId } from '../entities';
import { aboutSuspect } from '../proceedings/suspect';

/** Whoever is or was suspected, but for those who have died or turned out to be potential victims. */
const AGAINST: readonly SuspectStatus[] = [
  'suspected',
  'arrested',
  'bailed',
  'released-under-investigation',
  'released-without-charge',
  'charged',
  'sentenced',
  'acquitted',
  'discontinued',
  'surrendered',
];

/** Applies for an order (MSA 2015 Part 2, SOA 2003 ss. 103A and 122A); a risk order needs no conviction. */
export const applyForOrder: Decide<'applyForOrder'> = ({ state, body }) =>
  aboutSuspect(state, body.subject, AGAINST, [event('orderApplied', { order: nextId('O', state.orders), ...body })]);

/** Records that the court has made the order, interim or full; a full one replaces an interim one. */
export const recordOrderMade: Decide<'recordOrderMade'> = ({ state, body }) =>
  about(state.orders, body.order, 'order', body.interim ? ['applied'] : ['applied', 'interim'], ({ kind, subject }) => {
    if (!body.interim && body.until !== null && isShorter(body.from, body.until, LEAST_YEARS[kind]))
      return blocked('too-short', `An ${kind} lasts ${LEAST_YEARS[kind]} years or longer, or until further order.`);
    const youth = state.subjects.find(({ id }) => id === subject)?.suspect?.youth;
    return youth && !body.youthCourt
      ? blocked('youth-court', `${subject} is under 18: the youth court makes this order.`)
      : [event('orderMade', body)];
  });

/** The least that a full order lasts, in years (MSA 2015 ss. 17 and 24, SOA 2003 ss. 103C and 122A). */
const LEAST_YEARS: Readonly<Record<(typeof ORDERS)[number], number>> = { STPO: 5, STRO: 2, SRO: 2, SHPO: 5 };

/** Whether a period from one day to a last day, both included, is shorter than so many years. */
function isShorter(from: string, until: string, years: number): boolean {
  const anniversary = `${Number(from.slice(0, 4)) + years}${from.slice(4)}`;
  return utcDay(plusDays(`${until}T00:00:00.000Z`, 1)) < anniversary;
}

/** Records that the court has refused it; an interim order ends with that. */
export const recordOrderRefused: Decide<'recordOrderRefused'> = ({ state, body }) =>
  about(state.orders, body.order, 'order', ['applied', 'interim'], () => [event('orderRefused', body)]);

/** Records that the order was served on the person. */
export const recordOrderServed: Decide<'recordOrderServed'> = ({ state, body }) =>
  about(state.orders, body.order, 'order', ['interim', 'full'], ({ served }) =>
    served ? blocked('served', `${body.order} is served already.`) : [event('orderServed', body)],
  );

/** Names the officer who monitors the order (MOSOVO). */
export const assignMonitoringOfficer: Decide<'assignMonitoringOfficer'> = ({ state, body }) =>
  about(state.orders, body.order, 'order', ['interim', 'full'], () => [event('monitoringOfficerAssigned', body)]);

/** Records a check of its conditions by the officer who monitors it. */
export const recordOrderPoliced: Decide<'recordOrderPoliced'> = ({ state, body }) =>
  about(state.orders, body.order, 'order', ['interim', 'full'], ({ monitor }) =>
    monitor === null
      ? blocked('no-monitor', `Nobody monitors ${body.order}: assign a monitoring officer first.`)
      : [event('orderPoliced', body)],
  );

/** Records a breach; breaches are numbered. Only an order that was served can be breached. */
export const recordBreach: Decide<'recordBreach'> = ({ state, body }) =>
  about(state.orders, body.order, 'order', ['interim', 'full'], ({ served, breaches }) =>
    served
      ? [event('orderBreached', { ...body, breaches: breaches + 1 })]
      : blocked('not-served', `${body.order} is not served yet.`),
  );

/** Records that the order has expired, once its last day has come, or was discharged. */
export const endOrder: Decide<'endOrder'> = ({ state, body, happenedAt }) =>
  about(state.orders, body.order, 'order', ['interim', 'full'], ({ until }) =>
    body.how === 'expired' && (until === null || utcDay(happenedAt) < until)
      ? blocked('not-expired', `${body.order} runs until ${until ?? 'further order'}: it can be discharged before.`)
      : [event('orderEnded', body)],
  );
