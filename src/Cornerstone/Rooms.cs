using System.Collections.Frozen;
using Cornerstone.Access;
using Cornerstone.Backups;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.CommitmentEditing;
using Cornerstone.Features.CommitmentProposals;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Components;
using Cornerstone.Features.CouncilBenchmarkEditing;
using Cornerstone.Features.CouncilBenchmarks;
using Cornerstone.Features.Delineation;
using Cornerstone.Features.DelineationEditing;
using Cornerstone.Features.DelineationImport;
using Cornerstone.Features.ExchangeRates;
using Cornerstone.Features.IndicatorCatalogue;
using Cornerstone.Features.IndicatorDimensions;
using Cornerstone.Features.IndicatorFramework;
using Cornerstone.Features.IndicatorImport;
using Cornerstone.Features.Indicators;
using Cornerstone.Features.IndicatorValues;
using Cornerstone.Features.InstitutionEditing;
using Cornerstone.Features.InstitutionImport;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.InstrumentImport;
using Cornerstone.Features.Instruments;
using Cornerstone.Features.LanguageTracker;
using Cornerstone.Features.Legislation;
using Cornerstone.Features.LegislationImport;
using Cornerstone.Features.Library;
using Cornerstone.Features.LibraryImport;
using Cornerstone.Features.LibraryReader;
using Cornerstone.Features.LibraryRelations;
using Cornerstone.Features.LibrarySearch;
using Cornerstone.Features.OdaEligibility;
using Cornerstone.Features.OversightActivities;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Plan;
using Cornerstone.Features.PlanNodes;
using Cornerstone.Features.PlanVersions;
using Cornerstone.Features.PlanViews;
using Cornerstone.Features.Portal;
using Cornerstone.Features.Portfolio;
using Cornerstone.Features.Publications;
using Cornerstone.Features.PublicCouncil;
using Cornerstone.Features.PublicSupport;
using Cornerstone.Features.Regions;
using Cornerstone.Features.ReportingCalendar;
using Cornerstone.Features.SealedDossiers;
using Cornerstone.Features.SealedEmergencies;
using Cornerstone.Features.ServedProvisions;
using Cornerstone.Features.Strength;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportActivities;
using Cornerstone.Features.SupportCoordination;
using Cornerstone.Features.SupportEditing;
using Cornerstone.Features.SupportFiles;
using Cornerstone.Features.SupportImport;
using Cornerstone.Features.SupportOrigins;
using Cornerstone.Features.SupportOverview;
using Cornerstone.Features.SupportPublishing;
using Cornerstone.Features.SupportReported;
using Cornerstone.Features.SupportSheets;
using Cornerstone.Features.SupportTwins;
using Cornerstone.Features.SupportWorkbook;
using Cornerstone.Features.Traceability;
using Cornerstone.Journals;
using Cornerstone.Operations;
using Cornerstone.Reclassifications;
using Cornerstone.Vaults;
using Cornerstone.Workbooks;

namespace Cornerstone;

/// <summary>The rooms of this program, in menu order. What is not listed is not there.</summary>
public static class Rooms
{
    public static readonly IReadOnlyList<IRoom> All =
    [
        new LibraryRoom(),
        new LibraryImportRoom(),
        new LibraryReaderRoom(),
        new LibrarySearchRoom(),
        new LanguageTrackerRoom(),
        new LibraryRelationsRoom(),
        new CommitmentsRoom(),
        new CommitmentEditingRoom(),
        new CommitmentProposalsRoom(),
        new TraceabilityRoom(),
        new ServedProvisionsRoom(),
        new PlanRoom(),
        new PlanNodesRoom(),
        new BenchmarksRoom(),
        new IndicatorsRoom(),
        new IndicatorDimensionsRoom(),
        new IndicatorFrameworkRoom(),
        new IndicatorImportRoom(),
        new PlanViewsRoom(),
        new PlanVersionsRoom(),
        new IndicatorCatalogueRoom(),
        new IndicatorValuesRoom(),
        new ReportingCalendarRoom(),
        new CouncilBenchmarksRoom(),
        new CouncilBenchmarkEditingRoom(),
        new LegislationRoom(),
        new LegislationImportRoom(),
        new OversightActivitiesRoom(),
        new InstrumentsRoom(),
        new InstrumentImportRoom(),
        new InstitutionsRoom(),
        new InstitutionEditingRoom(),
        new InstitutionImportRoom(),
        new ComponentsRoom(),
        new StrengthRoom(),
        new DelineationRoom(),
        new DelineationEditingRoom(),
        new DelineationImportRoom(),
        new RegionsRoom(),
        new SupportActivitiesRoom(),
        new SupportOverviewRoom(),
        new SupportCoordinationRoom(),
        new SupportReportedRoom(),
        new SupportEditingRoom(),
        new SupportTwinsRoom(),
        new SupportRoom(),
        new OdaEligibilityRoom(),
        new ExchangeRatesRoom(),
        new SupportImportRoom(),
        new SupportFilesRoom(),
        new SupportOriginsRoom(),
        new SupportWorkbookRoom(),
        new SupportSheetsRoom(),
        new PartnersRoom(),
        new PortfolioRoom(),
        new PublicationsRoom(),
        new PortalRoom(),
        new SealedDossiersRoom(),
        new SealedEmergenciesRoom(),
        new PublicSupportRoom(),
        new PublicCouncilRoom(),
        new SupportPublishingRoom(),
        new WorkbooksRoom(),
        new ReclassificationsRoom(),
        new AccessRoom(),
        new VaultsRoom(),
        new JournalRoom(),
        new BackupsRoom(),
        new OperationsRoom(),
    ];

    private static readonly FrozenDictionary<string, string> HistoryWords = All.SelectMany(r => r.HistoryWords).DistinctBy(w => w.Key).ToFrozenDictionary();

    /// <summary>What a record's history says for a name of the journal; null where no room names it.</summary>
    public static string? HistoryWord(string name) => HistoryWords.GetValueOrDefault(name);

    public static Permission Permission(string name) => All.SelectMany(r => r.Permissions).Single(p => p.Name == name);
}
