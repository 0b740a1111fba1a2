import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { Schemas } from './api-client/schemas';
import { Beginning } from './bulk/beginning.service';
import { BulkController } from './bulk/bulk.controller';
import { Draining } from '../../platform/http/draining';
import type { WebConfig } from './config';
import { connections } from './connections';
import { ViewsController } from './filters/views.controller';
import { FormPages } from './forms/form-pages.service';
import { DayBoardController } from './day-board/day-board.controller';
import { FiguresController } from './figures/figures.controller';
import { Forms } from './forms/forms.service';
import { Uploads } from './forms/uploads.service';
import { HealthController } from './health/health.controller';
import { HomeController } from './home/home.controller';
import { Pages } from './http/pages';
import { ProblemFilter } from './http/problem.filter';
import { SignedInGuard } from './http/signed-in.guard';
import { ViewInterceptor } from './http/view.interceptor';
import { HelpController } from './help/help.controller';
import { LinkChartController } from './link-chart/link-chart.controller';
import { LiveController } from './live/live.controller';
import { NotificationsController } from './notifications/notifications.controller';
import { ContactsController } from './contacts/contacts.controller';
import { DecisionController } from './matches/decision.controller';
import { MatchesController } from './matches/matches.controller';
import { BreakGlassController } from './operations/break-glass.controller';
import { CommandController } from './operations/command.controller';
import { DisclosureController } from './operations/disclosure.controller';
import { EuropolFilesController } from './operations/europol-files.controller';
import { FilesController } from './operations/files.controller';
import { OperationController } from './operations/operation.controller';
import { OperationsController } from './operations/operations.controller';
import { PolicyFileController } from './operations/policy-file.controller';
import { AccessController } from './oversight/access.controller';
import { DipSamplesController } from './oversight/dip-samples.controller';
import { OversightController } from './oversight/oversight.controller';
import { WorkloadController } from './oversight/workload.controller';
import { PeopleController } from './people/people.controller';
import { CheckController } from './referrals/check.controller';
import { DraftsController } from './referrals/drafts.controller';
import { Drafts } from './referrals/drafts.service';
import { HitsController } from './referrals/hits.controller';
import { ReferralForms } from './referrals/referral-forms';
import { Sending } from './referrals/sending.service';
import { StepController } from './referrals/step.controller';
import { SubjectsController } from './referrals/subjects.controller';
import { ImportsController } from './profiles/imports.controller';
import { MappingsController } from './profiles/mappings.controller';
import { ProfiledPeopleController } from './profiles/people.controller';
import { ProfilesController } from './profiles/profiles.controller';
import { RankingController } from './profiles/ranking.controller';
import { RunsController } from './profiles/runs.controller';
import { SuggestionsController } from './profiles/suggestions.controller';
import { VolumeController } from './profiles/volume.controller';
import { ScoreController } from './scoring/score.controller';
import { ScoresController } from './scoring/scores.controller';
import { SearchController } from './search/search.controller';
import { KeptForms } from './session/kept-forms';
import { IdentityProvider } from './session/provider';
import { SealedKeys } from './session/sealed-keys';
import { CompareController } from './triage/compare.controller';
import { DecideController } from './triage/decide.controller';
import { PackController } from './triage/pack.controller';
import { TriageController } from './triage/triage.controller';
import { SessionTokens } from './session/tokens.service';
import { LexiconsController } from './settings/lexicons.controller';
import { MeController } from './settings/me.controller';
import { PremisesController } from './settings/premises.controller';
import { ProvidersController } from './settings/providers.controller';
import { SettingsController } from './settings/settings.controller';
import { ShownOnce } from './settings/shown-once';
import { SupportNeedsController } from './settings/support-needs.controller';
import { ThreatModelsController } from './settings/threat-models.controller';
import { WebhookActsController } from './settings/webhook-acts.controller';
import { WebhooksController } from './settings/webhooks.controller';
import { FindingsController } from './translations/findings.controller';
import { MessagesController } from './translations/messages.controller';
import { TranslationController } from './translations/translation.controller';
import { SignInController } from './sign-in/sign-in.controller';
import { ExportController } from './timeline/export.controller';
import { LookedController } from './timeline/looked.controller';
import { ProofController } from './timeline/proof.controller';
import { TimelineController } from './timeline/timeline.controller';

/** All pages. */
@Module({})
export class AppModule {
  static with(config: WebConfig): DynamicModule {
    return {
      module: AppModule,
      controllers: [
        HealthController,
        SignInController,
        LiveController,
        HomeController,
        NotificationsController,
        SearchController,
        PeopleController,
        AccessController,
        DipSamplesController,
        WorkloadController,
        OversightController,
        BulkController,
        FiguresController,
        HelpController,
        DraftsController,
        HitsController,
        CheckController,
        SubjectsController,
        StepController,
        ProfilesController,
        RunsController,
        RankingController,
        VolumeController,
        SuggestionsController,
        ProfiledPeopleController,
        ImportsController,
        MappingsController,
        ViewsController,
        SettingsController,
        MeController,
        SupportNeedsController,
        ThreatModelsController,
        LexiconsController,
        PremisesController,
        ProvidersController,
        WebhooksController,
        WebhookActsController,
        OperationsController,
        CommandController,
        LinkChartController,
        ScoreController,
        ScoresController,
        LookedController,
        ProofController,
        ExportController,
        MatchesController,
        DecisionController,
        ContactsController,
        CompareController,
        PackController,
        TriageController,
        DecideController,
        TranslationController,
        MessagesController,
        FindingsController,
        FilesController,
        EuropolFilesController,
        DisclosureController,
        PolicyFileController,
        BreakGlassController,
        TimelineController,
        DayBoardController,
        // Last: it takes whatever else stands under an operation's address.
        OperationController,
      ],
      providers: [
        ...connections(config),
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: SignedInGuard },
        { provide: APP_INTERCEPTOR, useClass: ViewInterceptor },
        Beginning,
        Drafts,
        Draining,
        FormPages,
        Forms,
        IdentityProvider,
        KeptForms,
        Pages,
        ReferralForms,
        Schemas,
        SealedKeys,
        Sending,
        SessionTokens,
        ShownOnce,
        Uploads,
      ],
    };
  }
}
