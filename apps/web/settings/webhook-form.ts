import { AREA_EVENTS } from '../../../domain/operation/area-events';
import type { Webhook } from '../../api/webhooks/webhook.schema';
import type { Field, Typed } from '../forms/field';
import { fieldsOf } from '../forms/fields-of';
import { saidOtherwise } from '../forms/said-otherwise';
import type { Schema } from '../forms/schema';
import { typedOf } from '../forms/typed-of';
import { SECTIONS } from '../operations/sections';
import { codeText } from '../words/codes';
import { eventText } from '../words/events';

const SAID = {
  title: { label: 'Which system it is', hint: undefined },
  url: {
    label: 'Address that messages are sent to',
    hint: 'It begins with https://, and has no name or password: each message is signed',
  },
  types: { label: 'What it is told of' },
  force: { label: 'Of operations that this force leads', hint: undefined },
  stages: { label: 'While they are in', hint: undefined },
  clearance: { label: 'Up to the marking that this clearance allows', hint: undefined, required: true },
  active: {
    label: 'Is it switched on?',
    hint: 'While it is off nothing is sent, and what happens meanwhile is left out',
  },
};

export const webhookFields = (schema: Schema, typed: Typed): readonly Field[] =>
  saidOtherwise(fieldsOf(schema, { typed }), SAID).map((field) =>
    // An address is one line, however long.
    field.kind === 'textarea' ? { ...field, kind: 'text' } : field,
  );

/** All that a webhook can be told of, as the sections of an operation have it. */
export const eventGroups = () =>
  SECTIONS.filter(({ areas }) => areas.length > 0).map(({ name, title, areas }) => ({
    name,
    title,
    events: areas.flatMap((area) => AREA_EVENTS[area]).map((value) => ({ value, text: eventText(value) })),
  }));

/** A webhook as it would have been typed. */
export const typedWebhook = ({ title, url, types, force, stages, clearance, active }: Webhook): Typed =>
  typedOf({ title, url, types, force, stages, clearance, active });

/** What a webhook is, in words. */
export const webhookWords = (webhook: Webhook) => [
  { label: 'System', text: webhook.title },
  { label: 'Address', text: webhook.url },
  { label: 'Told of', text: webhook.types.map(eventText).join(', ') },
  { label: 'Operations led by', text: codeText(webhook.force, 'leadForce') },
  { label: 'While in', text: webhook.stages.map((stage) => codeText(stage)).join(', ') },
  { label: 'Clearance', text: webhook.clearance },
  { label: 'Switched on', text: webhook.active ? 'Yes' : 'No' },
];
