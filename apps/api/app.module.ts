import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { Readings } from './access/readings';
import { AccessEntryGuard } from './access-log/access-entry.guard';
import { AccessLogController } from './access-log/access-log.controller';
import { AccessLogInterceptor } from './access-log/access-log.interceptor';
import { AccessLogRead } from './access-log/access-log.read';
import { AccessLog } from './access-log/access-log.service';
import { UnusualRead } from './access-log/unusual.read';
import { ActionsController } from './actions/actions.controller';
import { BulkController } from './bulk/bulk.controller';
import { BulkRead } from './bulk/bulk.read';
import { BulkService } from './bulk/bulk.service';
import { ClocksController } from './clocks/clocks.controller';
import { CommandsController } from './commands/commands.controller';
import { CommandsService } from './commands/commands.service';
import { Door } from './commands/door';
import type { ApiConfig } from './config';
import { connections } from './connections';
import { ContactsController } from './contacts/contacts.controller';
import { Contacts } from './contacts/contacts.service';
import { DeconflictionController } from './deconfliction/deconfliction.controller';
import { DeconflictionRead } from './deconfliction/deconfliction.read';
import { MatchTokens } from './deconfliction/match-tokens';
import { MatchesController } from './deconfliction/matches.controller';
import { Matches } from './deconfliction/matches.service';
import { DipSamplesController } from './dip-samples/dip-samples.controller';
import { DipSamplesRead } from './dip-samples/dip-samples.read';
import { DipSamples } from './dip-samples/dip-samples.service';
import { DisclosureController } from './disclosure/disclosure.controller';
import { DisclosureRead } from './disclosure/disclosure.read';
import { ProvidersController } from './translations/providers.controller';
import { LexiconsController } from './translations/lexicons.controller';
import { PremisesRulesController } from './translations/premises-rules.controller';
import { TranslationsController } from './translations/translations.controller';
import { ProductRead } from './translations/product.read';
import { EntitiesRead } from './translations/entities.read';
import { FindingsController } from './translations/findings.controller';
import { NetworkRead } from './translations/network.read';
import { TranslationsRead } from './translations/translations.read';
import { EuropolController } from './europol/europol.controller';
import { EuropolMessageRead } from './europol/europol-message.read';
import { EventsController } from './events/events.controller';
import { FeedHub } from './events/feed-hub';
import { EventIds } from './events/event-ids';
import { FeedRead } from './events/feed.read';
import { ExportController } from './export/export.controller';
import { ExportRead } from './export/export.read';
import { SigningKey } from './export/signing-key';
import { FiguresController } from './figures/figures.controller';
import { FiguresRead } from './figures/figures.read';
import { FiltersController } from './filters/filters.controller';
import { FiltersRead } from './filters/filters.read';
import { FiltersService } from './filters/filters.service';
import { FilesController } from './files/files.controller';
import { FilesService } from './files/files.service';
import { HealthController } from './health/health.controller';
import { HealthService } from './health/health.service';
import { DeadlineInterceptor } from './http/deadline.interceptor';
import { Draining } from '../../platform/http/draining';
import { MediaTypesGuard } from './http/media-types.guard';
import { Metrics } from './http/metrics';
import { ProblemFilter } from './http/problem.filter';
import { Rates } from './http/rates';
import { ValidationPipe } from './http/validation';
import { IdentityGuard } from './identity/identity.guard';
import { KnownPeople } from './identity/known-people';
import { ScopesGuard } from './identity/scopes.guard';
import { TokenVerifier } from './identity/token-verifier';
import { InboxController } from './inbox/inbox.controller';
import { Inbox } from './inbox/inbox.read';
import { MeController } from './people/me.controller';
import { PeopleController } from './people/people.controller';
import { PeopleRead } from './people/people.read';
import { OperationRead } from './operations/operation.read';
import { OperationsController } from './operations/operations.controller';
import { WorklistRead } from './operations/worklist.read';
import { EndedSessions } from './sessions/ended-sessions';
import { ImportsController } from './profiles/imports.controller';
import { Imports } from './profiles/imports.service';
import { ProfilePeopleController } from './profiles/people.controller';
import { ProfilePeople } from './profiles/people.service';
import { RunsController } from './profiles/runs.controller';
import { Runs } from './profiles/runs.read';
import { SuggestionsController } from './profiles/suggestions.controller';
import { Suggestions } from './profiles/suggestions.service';
import { ThreatModelsController } from './scoring/threat-models.controller';
import { ThreatModels } from './scoring/threat-models.service';
import { ThreatScoreController } from './scoring/threat-score.controller';
import { ThreatScoreRead } from './scoring/threat-score.read';
import { SessionsController } from './sessions/sessions.controller';
import { SupportNeedsController } from './support-needs/support-needs.controller';
import { SupportNeeds } from './support-needs/support-needs.service';
import { TextRead } from './timeline/text.read';
import { TimelineController } from './timeline/timeline.controller';
import { TimelineRead } from './timeline/timeline.read';
import { Deliveries } from './webhooks/deliveries.service';
import { OverdueController } from './overdue/overdue.controller';
import { OverdueRead } from './overdue/overdue.read';
import { WebhooksController } from './webhooks/webhooks.controller';
import { Webhooks } from './webhooks/webhooks.service';
import { WorkloadController } from './workload/workload.controller';
import { WorkloadRead } from './workload/workload.read';

/**
 * The whole API. Guards run in this order: the entry in the access log, who it is, what systems may use, then what people can
 * read and send. An answer is logged within its deadline.
 */
@Module({})
export class AppModule {
  static with(config: ApiConfig): DynamicModule {
    return {
      module: AppModule,
      controllers: [
        OperationsController,
        CommandsController,
        ActionsController,
        TimelineController,
        ClocksController,
        DipSamplesController,
        DisclosureController,
        TranslationsController,
        FindingsController,
        LexiconsController,
        PremisesRulesController,
        ProvidersController,
        EuropolController,
        EventsController,
        ExportController,
        FiguresController,
        FiltersController,
        FilesController,
        InboxController,
        MeController,
        OverdueController,
        PeopleController,
        SupportNeedsController,
        ThreatModelsController,
        ThreatScoreController,
        DeconflictionController,
        MatchesController,
        ContactsController,
        WebhooksController,
        WorkloadController,
        ImportsController,
        RunsController,
        SuggestionsController,
        ProfilePeopleController,
        BulkController,
        AccessLogController,
        SessionsController,
        HealthController,
      ],
      providers: [
        ...connections(config),
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessEntryGuard },
        { provide: APP_GUARD, useClass: IdentityGuard },
        { provide: APP_GUARD, useClass: ScopesGuard },
        { provide: APP_GUARD, useClass: MediaTypesGuard },
        { provide: APP_PIPE, useClass: ValidationPipe },
        { provide: APP_INTERCEPTOR, useClass: DeadlineInterceptor },
        { provide: APP_INTERCEPTOR, useClass: AccessLogInterceptor },
        AccessLog,
        Imports,
        Runs,
        Suggestions,
        ProfilePeople,
        ThreatModels,
        ThreatScoreRead,
        AccessLogRead,
        BulkRead,
        BulkService,
        CommandsService,
        Contacts,
        DeconflictionRead,
        Deliveries,
        DipSamples,
        DipSamplesRead,
        DisclosureRead,
        TranslationsRead,
        ProductRead,
        NetworkRead,
        EntitiesRead,
        Door,
        Draining,
        EndedSessions,
        EuropolMessageRead,
        ExportRead,
        FeedHub,
        EventIds,
        FeedRead,
        FiguresRead,
        FiltersRead,
        FiltersService,
        FilesService,
        MatchTokens,
        Matches,
        HealthService,
        Inbox,
        KnownPeople,
        Metrics,
        OperationRead,
        OverdueRead,
        PeopleRead,
        Rates,
        Readings,
        SigningKey,
        SupportNeeds,
        TextRead,
        TimelineRead,
        TokenVerifier,
        Webhooks,
        UnusualRead,
        WorklistRead,
        WorkloadRead,
      ],
    };
  }
}
