import { Controller, Get, Query, Req, StreamableFile } from '@nestjs/common';
import type { WorklistPage } from '../../api/operations/worklist.schema';
import type { Api } from '../api-client/api';
import { bodyOf } from '../forms/body-of';
import type { Field, Typed } from '../forms/field';
import { dateParts } from '../forms/times';
import { View, type Answer } from '../http/view';
import type { WebRequest } from '../session/session';
import { isoDay, today } from '../words/times';
import { chosenIn, highestMarking } from './chosen';
import { packOf, type Tabled } from './pack-of';
import { packPdf } from './pack-thread';
import { missingIn, readDecisions, readReferral } from './read-referral';

/** Referrals that one pack holds at most: more is no meeting. [P] */
const MOST = 20;

const ON: Field = {
  ...{ kind: 'date', path: 'on', id: 'on', label: 'Day of the meeting', hint: undefined },
  ...{ required: false, writesNull: false },
};

/** What a tasking meeting has before it. */
@Controller('triage')
export class PackController {
  /** Which referrals it holds. */
  @Get('pack')
  choose(@Req() request: WebRequest, @Query() query: Typed): Promise<Answer> {
    return this.page(request, { ...dateParts('on', today()), ...query });
  }

  @Get('pack.pdf')
  async pdf(@Req() request: WebRequest, @Query() query: Typed): Promise<Answer | StreamableFile> {
    const { api, me } = request;
    const chosen = chosenIn(query, 'pick');
    const { body, errors } = bodyOf([ON], query);
    const said =
      chosen.length === 0 ? 'Choose one referral or more' : chosen.length > MOST ? `Choose ${MOST} at most` : undefined;
    if (said !== undefined || errors['on'] !== undefined)
      return this.page(request, query, { ...errors, ...(said === undefined ? {} : { pick: said }) });
    const referrals = await tabled(api, chosen);
    const made = new Date().toISOString();
    const { on } = body as { readonly on?: string };
    const bytes = await packPdf(packOf(referrals, { on, made, by: me.id }));
    return new StreamableFile(bytes, {
      type: 'application/pdf',
      disposition: `attachment; filename="tasking-meeting-pack-${on ?? isoDay(made)}.pdf"`,
    });
  }

  private async page({ api }: WebRequest, typed: Typed, errors: Readonly<Record<string, string>> = {}): Promise<View> {
    const query = { stage: 'assessment', order: 'risk', limit: 100 };
    const { items } = await api.get<WorklistPage>('/api/v1/operations', query);
    const form = { fields: [ON], typed, errors };
    const status = Object.keys(errors).length > 0 ? 400 : 200;
    const pageMarking = highestMarking(items.map(({ marking }) => marking));
    return new View('triage/pack.njk', { items, chosen: chosenIn(typed, 'pick'), form, on: ON, pageMarking }, status);
  }
}

/** Reads them one after the other, so that a pack of many is in nobody's way. */
async function tabled(api: Api, references: readonly string[]): Promise<readonly Tabled[]> {
  const all: Tabled[] = [];
  for (const reference of references) {
    const [referral, decisions] = await Promise.all([readReferral(api, reference), readDecisions(api, reference)]);
    all.push({ ...referral, missing: missingIn(decisions) });
  }
  return all;
}
