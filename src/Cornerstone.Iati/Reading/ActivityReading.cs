using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati.Reading;

/// <summary>From the elements of an activity to the activity.</summary>
internal static class ActivityReading
{
    public static Activity Read(Picker pick, Element activity) => new()
    {
        Identifier = pick.Text(activity.First(IatiName.IatiIdentifier)),
        Language = pick.Attribute(activity, IatiName.XmlLang),
        DefaultCurrency = pick.CurrencyOf(activity, IatiName.DefaultCurrency),
        LastUpdated = pick.Moment(activity, IatiName.LastUpdatedDatetime),
        Hierarchy = Picker.Integer(activity, IatiName.Hierarchy),
        IsHumanitarian = pick.Flag(activity, IatiName.Humanitarian),
        BudgetNotProvided = pick.Attribute(activity, IatiName.BudgetNotProvided),
        LinkedDataUri = pick.Attribute(activity, IatiName.LinkedDataUri),
        ReportingOrganisation = Reporter(pick, activity.First(IatiName.ReportingOrg)),
        Title = pick.NarrativesOf(activity, IatiName.Title),
        Descriptions = pick.All(activity, IatiName.Description, static (p, e) => new Description(p.Attribute(e, IatiName.Type), p.Narratives(e))),
        ParticipatingOrganisations = pick.All(activity, IatiName.ParticipatingOrg, Participant),
        OtherIdentifiers = pick.All(activity, IatiName.OtherIdentifier, OtherIdentifier),
        Status = pick.CodeOf(activity, IatiName.ActivityStatus, CodeLists.ActivityStatus),
        Dates = pick.All(activity, IatiName.ActivityDate, ActivityDate),
        Contacts = pick.All(activity, IatiName.ContactInfo, Contact),
        Scope = pick.CodeOf(activity, IatiName.ActivityScope, CodeLists.ActivityScope),
        Countries = pick.All(activity, IatiName.RecipientCountry, Country),
        Regions = pick.All(activity, IatiName.RecipientRegion, Region),
        Locations = pick.All(activity, IatiName.Location, LocationReading.Read),
        Sectors = pick.All(activity, IatiName.Sector, Sector),
        Tags = pick.All(activity, IatiName.Tag, static (p, e) => new Tag(p.Code(e), p.Attribute(e, IatiName.Vocabulary), p.Attribute(e, IatiName.VocabularyUri), p.Narratives(e))),
        CountryBudgetItems = BudgetItems(pick, activity.First(IatiName.CountryBudgetItems)),
        HumanitarianScopes = pick.All(activity, IatiName.HumanitarianScope, HumanitarianScope),
        PolicyMarkers = pick.All(activity, IatiName.PolicyMarker, Marker),
        CollaborationType = pick.CodeOf(activity, IatiName.CollaborationType, CodeLists.CollaborationType),
        DefaultFlowType = pick.CodeOf(activity, IatiName.DefaultFlowType, CodeLists.FlowType),
        DefaultFinanceType = pick.CodeOf(activity, IatiName.DefaultFinanceType, CodeLists.FinanceType),
        DefaultAidTypes = pick.All(activity, IatiName.DefaultAidType, AidType),
        DefaultTiedStatus = pick.CodeOf(activity, IatiName.DefaultTiedStatus, CodeLists.TiedStatus),
        Budgets = pick.All(activity, IatiName.Budget, FlowReading.Budget),
        PlannedDisbursements = pick.All(activity, IatiName.PlannedDisbursement, FlowReading.Planned),
        CapitalSpend = pick.Number(activity.First(IatiName.CapitalSpend), IatiName.Percentage),
        Transactions = pick.All(activity, IatiName.Transaction, FlowReading.Transaction),
        Documents = pick.All(activity, IatiName.DocumentLink, Document),
        RelatedActivities = pick.All(activity, IatiName.RelatedActivity, static (p, e) =>
            new RelatedActivity(p.Attribute(e, IatiName.Ref), p.Listed(CodeLists.RelatedActivityType, e, IatiName.Type, p.Attribute(e, IatiName.Type)))),
        LegacyEntries = pick.All(activity, IatiName.LegacyData, Legacy),
        Conditions = Conditions(pick, activity.First(IatiName.Conditions)),
        Results = pick.All(activity, IatiName.Result, ResultReading.Read),
        CrsAdditions = LoanReading.Read(pick, activity.First(IatiName.CrsAdd)),
        ForwardSpending = LoanReading.Forward(pick, activity.First(IatiName.Fss)),
    };

    public static ReportingOrganisation? Reporter(Picker pick, Element reporter) => reporter.Exists
        ? new(pick.Attribute(reporter, IatiName.Ref), pick.Attribute(reporter, IatiName.Type), pick.Flag(reporter, IatiName.SecondaryReporter), pick.Narratives(reporter))
        : null;

    public static CountryShare Country(Picker pick, Element country) => new(
        pick.Listed(CodeLists.Country, country, IatiName.Code, pick.Code(country)), pick.Number(country, IatiName.Percentage), pick.Narratives(country));

    public static RegionShare Region(Picker pick, Element region) => new(
        pick.Code(region), pick.Attribute(region, IatiName.Vocabulary), pick.Attribute(region, IatiName.VocabularyUri), pick.Number(region, IatiName.Percentage), pick.Narratives(region));

    public static SectorShare Sector(Picker pick, Element sector)
    {
        var (code, vocabulary) = (pick.Code(sector), OlderCodes.SectorVocabulary(pick.Attribute(sector, IatiName.Vocabulary)));
        var list = vocabulary switch
        {
            null or "1" => CodeLists.Sector,
            "2" => CodeLists.SectorCategory,
            _ => null,
        };
        if (list is not null) pick.Listed(list, sector, IatiName.Code, code);
        return new(code, vocabulary, pick.Attribute(sector, IatiName.VocabularyUri), pick.Number(sector, IatiName.Percentage), pick.Narratives(sector));
    }

    public static AidType AidType(Picker pick, Element type) => new(pick.Code(type), pick.Attribute(type, IatiName.Vocabulary));

    public static DocumentLink Document(Picker pick, Element link) => new(
        pick.Attribute(link, IatiName.Url),
        pick.Attribute(link, IatiName.Format),
        pick.NarrativesOf(link, IatiName.Title),
        pick.Narratives(link.First(IatiName.Description)),
        pick.AllSaid(link, IatiName.Category, static (p, e) => p.Code(e)),
        pick.AllSaid(link, IatiName.Language, static (p, e) => p.Code(e) ?? (p.HasNarratives ? null : p.Text(e))),
        pick.DayOf(link, IatiName.DocumentDate))
    {
        Countries = pick.All(link, IatiName.RecipientCountry, Country),
    };

    private static ParticipatingOrganisation Participant(Picker pick, Element organisation) => new(
        pick.Attribute(organisation, IatiName.Ref),
        pick.Attribute(organisation, IatiName.Type),
        pick.Listed(CodeLists.OrganisationRole, organisation, IatiName.Role, OlderCodes.Role(pick.Attribute(organisation, IatiName.Role))),
        pick.Attribute(organisation, IatiName.ActivityId),
        pick.Attribute(organisation, IatiName.CrsChannelCode),
        pick.Narratives(organisation));

    /// <summary>In 1.0x the identifier is the text, and its owner stands in attributes.</summary>
    private static OtherIdentifier OtherIdentifier(Picker pick, Element other)
    {
        var owner = other.First(IatiName.OwnerOrg);
        if (owner.Exists) return new(pick.Attribute(other, IatiName.Ref), pick.Attribute(other, IatiName.Type), new(pick.Attribute(owner, IatiName.Ref), pick.Narratives(owner)));
        var (reference, name) = (pick.Attribute(other, IatiName.OwnerRef), pick.Attribute(other, IatiName.OwnerName));
        var former = reference is null && name is null ? null : new OwnerOrganisation(reference, name is null ? default : [new Narrative(name)]);
        return new(pick.Attribute(other, IatiName.Ref) ?? (pick.HasNarratives ? null : pick.Text(other)), pick.Attribute(other, IatiName.Type), former);
    }

    /// <summary>In 1.0x the text of a date is often the date again: then it is no note.</summary>
    private static ActivityDate ActivityDate(Picker pick, Element date)
    {
        var note = pick.HasNarratives || !Numbers.TryDay(date.Inner, out _) ? pick.Narratives(date) : default;
        return new(pick.Listed(CodeLists.ActivityDateType, date, IatiName.Type, OlderCodes.DateType(pick.Attribute(date, IatiName.Type))), pick.DayOf(date), note);
    }

    private static Contact Contact(Picker pick, Element contact) => new(
        pick.Attribute(contact, IatiName.Type),
        pick.Narratives(contact.First(IatiName.Organisation)),
        pick.Narratives(contact.First(IatiName.Department)),
        pick.Narratives(contact.First(IatiName.PersonName)),
        pick.Narratives(contact.First(IatiName.JobTitle)))
    {
        Telephones = pick.AllSaid(contact, IatiName.Telephone, static (p, e) => p.Text(e)),
        Emails = pick.AllSaid(contact, IatiName.Email, static (p, e) => p.Text(e)),
        Websites = pick.AllSaid(contact, IatiName.Website, static (p, e) => p.Text(e)),
        MailingAddresses = pick.All(contact, IatiName.MailingAddress, static (p, e) => p.Narratives(e)),
    };

    private static CountryBudgetItems? BudgetItems(Picker pick, Element items) => items.Exists
        ? new(pick.Attribute(items, IatiName.Vocabulary), pick.All(items, IatiName.BudgetItem, static (p, e) =>
            new BudgetItem(p.Code(e), p.Number(e, IatiName.Percentage), p.Narratives(e.First(IatiName.Description)))))
        : null;

    private static HumanitarianScope HumanitarianScope(Picker pick, Element scope) => new(
        pick.Attribute(scope, IatiName.Type), pick.Attribute(scope, IatiName.Vocabulary), pick.Attribute(scope, IatiName.VocabularyUri), pick.Code(scope), pick.Narratives(scope));

    private static PolicyMarker Marker(Picker pick, Element marker) => new(
        pick.Code(marker),
        OlderCodes.MarkerVocabulary(pick.Attribute(marker, IatiName.Vocabulary)),
        pick.Attribute(marker, IatiName.VocabularyUri),
        pick.Attribute(marker, IatiName.Significance),
        pick.Narratives(marker));

    private static LegacyEntry Legacy(Picker pick, Element entry) =>
        new(pick.Attribute(entry, IatiName.Name), pick.Attribute(entry, IatiName.Value), pick.Attribute(entry, IatiName.IatiEquivalent));

    private static Conditions? Conditions(Picker pick, Element conditions) => conditions.Exists
        ? new(pick.Flag(conditions, IatiName.Attached), pick.All(conditions, IatiName.Condition, static (p, e) => new Condition(p.Attribute(e, IatiName.Type), p.Narratives(e))))
        : null;
}
