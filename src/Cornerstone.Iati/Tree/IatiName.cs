namespace Cornerstone.Iati.Tree;

/// <summary>The names of elements and attributes of IATI 1.01 to 2.03 that we read; written with hyphens in a file.</summary>
internal enum IatiName : byte
{
    /// <summary>A name the standard does not know: an extension, or a slip.</summary>
    Unknown,
    ActivityDate, ActivityDescription, ActivityId, ActivityScope, ActivityStatus, ActivityWebsite, Actual, Adm1, Adm2, Administrative, AggregationStatus, AidType, Ascending,
    Attached, Baseline, Budget, BudgetItem, BudgetLine, BudgetNotProvided, CapitalSpend, Category, ChannelCode, Code, CollaborationType, Comment, CommitmentDate, Condition,
    Conditions, ContactInfo, Coordinates, Country, CountryBudgetItems, CrsAdd, CrsChannelCode, Currency, DefaultAidType, DefaultCurrency, DefaultFinanceType, DefaultFlowType,
    DefaultTiedStatus, Department, Description, Dimension, DisbursementChannel, DocumentDate, DocumentLink, Email, Exactness, ExpenseLine, ExtractionDate, FeatureDesignation,
    FinanceType, FlowType, Forecast, Format, Fss, GazetteerEntry, GazetteerRef, GeneratedDatetime, Hierarchy, Humanitarian, HumanitarianScope, IatiActivities, IatiActivity, IatiEquivalent,
    IatiIdentifier, IatiOrganisation, IatiOrganisations, Indicator, IndicatorUri, InterestArrears, InterestReceived, IsoDate, JobTitle, Language, LastUpdatedDatetime, Latitude,
    LegacyData, Level, LinkedDataUri, LoanStatus, LoanTerms, Location, LocationClass, LocationId, LocationReach, LocationType, Longitude, MailingAddress, Measure, Name,
    Narrative, Organisation, OrganisationIdentifier, OtherFlags, OtherIdentifier, OwnerName, OwnerOrg, OwnerRef, ParticipatingOrg, Percentage, Period, PeriodEnd, PeriodStart,
    PersonName, PhaseoutYear, PlannedDisbursement, Point, PolicyMarker, Pos, Precision, PrincipalArrears, PrincipalOutstanding, Priority, ProviderActivityId, ProviderOrg,
    Rate1, Rate2, ReceiverActivityId, ReceiverOrg, RecipientCountry, RecipientCountryBudget, RecipientOrg, RecipientOrgBudget, RecipientRegion, RecipientRegionBudget, Ref, Reference,
    RelatedActivity, RepaymentFinalDate, RepaymentFirstDate, RepaymentPlan, RepaymentType, ReportingOrg, Result, Role, SecondaryReporter, Sector, Significance, SrsName, Status,
    Tag, Target, Telephone, TiedStatus, Title, TotalBudget, TotalExpenditure, Transaction, TransactionDate, TransactionType, Type, Url, Value, ValueDate, Version,
    Vocabulary, VocabularyUri, Website, XmlLang, Xmlns, Year,
}
