namespace Cornerstone.Iati.Writing;

/// <summary>An activity, element by element in the order of the schema.</summary>
internal static class ActivityWriting
{
    public static void Write(Pen pen, Activity activity)
    {
        pen.Begin("iati-activity");
        Attributes(pen, activity);
        // Required even where it is empty.
        pen.Simple("iati-identifier", activity.Identifier ?? "");
        Reporter(pen, activity.ReportingOrganisation);
        pen.Texts("title", activity.Title);
        foreach (var description in activity.Descriptions) Typed(pen, "description", description.Type, description.Text);
        foreach (var organisation in activity.ParticipatingOrganisations) Participant(pen, organisation);
        foreach (var other in activity.OtherIdentifiers) Other(pen, other);
        pen.Code("activity-status", activity.Status);
        foreach (var date in activity.Dates) Date(pen, date);
        foreach (var contact in activity.Contacts) Contact(pen, contact);
        pen.Code("activity-scope", activity.Scope);
        foreach (var country in activity.Countries) Country(pen, country);
        foreach (var region in activity.Regions) Region(pen, region);
        foreach (var location in activity.Locations) LocationWriting.Write(pen, location);
        foreach (var sector in activity.Sectors) Sector(pen, sector);
        foreach (var tag in activity.Tags) Tag(pen, tag);
        BudgetItems(pen, activity.CountryBudgetItems);
        foreach (var scope in activity.HumanitarianScopes) Scope(pen, scope);
        foreach (var marker in activity.PolicyMarkers) Marker(pen, marker);
        Defaults(pen, activity);
        FlowWriting.Write(pen, activity);
        foreach (var document in activity.Documents) Document(pen, document);
        foreach (var related in activity.RelatedActivities) pen.Element("related-activity", ("ref", related.Ref), ("type", related.Type));
        foreach (var entry in activity.LegacyEntries) pen.Element("legacy-data", ("name", entry.Name), ("value", entry.Value), ("iati-equivalent", entry.IatiEquivalent));
        Conditions(pen, activity.Conditions);
        foreach (var result in activity.Results) ResultWriting.Write(pen, result);
        LoanWriting.Write(pen, activity.CrsAdditions);
        LoanWriting.Write(pen, activity.ForwardSpending);
        pen.End();
    }

    public static void Reporter(Pen pen, ReportingOrganisation? reporter)
    {
        if (reporter is null) return;
        pen.Begin("reporting-org");
        pen.Attribute("ref", reporter.Ref);
        pen.Attribute("type", reporter.Type);
        pen.Attribute("secondary-reporter", reporter.IsSecondaryReporter);
        pen.Narratives(reporter.Name);
        pen.End();
    }

    public static void Country(Pen pen, CountryShare country)
    {
        pen.Begin("recipient-country");
        pen.Attribute("code", country.Code);
        pen.Attribute("percentage", country.Percentage);
        pen.Narratives(country.Name);
        pen.End();
    }

    public static void Region(Pen pen, RegionShare region) => Classified(pen, "recipient-region", region.Code, region.Vocabulary, region.VocabularyUri, region.Percentage, region.Name);

    public static void Sector(Pen pen, SectorShare sector) => Classified(pen, "sector", sector.Code, sector.Vocabulary, sector.VocabularyUri, sector.Percentage, sector.Name);

    public static void AidType(Pen pen, string name, AidType type) => pen.Element(name, ("code", type.Code), ("vocabulary", type.Vocabulary));

    public static void Document(Pen pen, DocumentLink document)
    {
        pen.Begin("document-link");
        pen.Attribute("url", document.Url);
        pen.Attribute("format", document.Format);
        pen.Texts("title", document.Title);
        pen.Texts("description", document.Description);
        foreach (var category in document.Categories) pen.Code("category", category);
        foreach (var language in document.Languages) pen.Code("language", language);
        pen.Day("document-date", document.Date);
        foreach (var country in document.Countries) Country(pen, country);
        pen.End();
    }

    private static void Attributes(Pen pen, Activity activity)
    {
        pen.Attribute("last-updated-datetime", activity.LastUpdated);
        pen.Language(activity.Language);
        pen.Attribute("default-currency", activity.DefaultCurrency);
        pen.Attribute("humanitarian", activity.IsHumanitarian);
        pen.Attribute("hierarchy", activity.Hierarchy);
        pen.Attribute("linked-data-uri", activity.LinkedDataUri);
        pen.Attribute("budget-not-provided", activity.BudgetNotProvided);
    }

    private static void Defaults(Pen pen, Activity activity)
    {
        pen.Code("collaboration-type", activity.CollaborationType);
        pen.Code("default-flow-type", activity.DefaultFlowType);
        pen.Code("default-finance-type", activity.DefaultFinanceType);
        foreach (var type in activity.DefaultAidTypes) AidType(pen, "default-aid-type", type);
        pen.Code("default-tied-status", activity.DefaultTiedStatus);
    }

    private static void Typed(Pen pen, string name, string? type, Items<Narrative> texts)
    {
        pen.Begin(name);
        pen.Attribute("type", type);
        pen.Narratives(texts);
        pen.End();
    }

    private static void Participant(Pen pen, ParticipatingOrganisation organisation)
    {
        pen.Begin("participating-org");
        pen.Attribute("ref", organisation.Ref);
        pen.Attribute("type", organisation.Type);
        pen.Attribute("role", organisation.Role);
        pen.Attribute("activity-id", organisation.ActivityId);
        pen.Attribute("crs-channel-code", organisation.CrsChannelCode);
        pen.Narratives(organisation.Name);
        pen.End();
    }

    private static void Other(Pen pen, OtherIdentifier other)
    {
        pen.Begin("other-identifier");
        pen.Attribute("ref", other.Ref);
        pen.Attribute("type", other.Type);
        if (other.Owner is { } owner)
        {
            pen.Begin("owner-org");
            pen.Attribute("ref", owner.Ref);
            pen.Narratives(owner.Name);
            pen.End();
        }

        pen.End();
    }

    private static void Date(Pen pen, ActivityDate date)
    {
        pen.Begin("activity-date");
        pen.Attribute("type", date.Type);
        pen.Attribute("iso-date", date.Day);
        pen.Narratives(date.Note);
        pen.End();
    }

    private static void Contact(Pen pen, Contact contact)
    {
        pen.Begin("contact-info");
        pen.Attribute("type", contact.Type);
        pen.Texts("organisation", contact.Organisation);
        pen.Texts("department", contact.Department);
        pen.Texts("person-name", contact.PersonName);
        pen.Texts("job-title", contact.JobTitle);
        foreach (var telephone in contact.Telephones) pen.Simple("telephone", telephone);
        foreach (var email in contact.Emails) pen.Simple("email", email);
        foreach (var website in contact.Websites) pen.Simple("website", website);
        foreach (var address in contact.MailingAddresses) Typed(pen, "mailing-address", null, address);
        pen.End();
    }

    private static void Classified(Pen pen, string name, string? code, string? vocabulary, string? uri, decimal? percentage, Items<Narrative> texts)
    {
        pen.Begin(name);
        pen.Attribute("vocabulary", vocabulary);
        pen.Attribute("vocabulary-uri", uri);
        pen.Attribute("code", code);
        pen.Attribute("percentage", percentage);
        pen.Narratives(texts);
        pen.End();
    }

    private static void Tag(Pen pen, Tag tag) => Classified(pen, "tag", tag.Code, tag.Vocabulary, tag.VocabularyUri, null, tag.Name);

    private static void BudgetItems(Pen pen, CountryBudgetItems? items)
    {
        if (items is null) return;
        pen.Begin("country-budget-items");
        pen.Attribute("vocabulary", items.Vocabulary);
        foreach (var item in items.Entries)
        {
            pen.Begin("budget-item");
            pen.Attribute("code", item.Code);
            pen.Attribute("percentage", item.Percentage);
            pen.Texts("description", item.Description);
            pen.End();
        }

        pen.End();
    }

    private static void Scope(Pen pen, HumanitarianScope scope)
    {
        pen.Begin("humanitarian-scope");
        pen.Attribute("type", scope.Type);
        pen.Attribute("vocabulary", scope.Vocabulary);
        pen.Attribute("vocabulary-uri", scope.VocabularyUri);
        pen.Attribute("code", scope.Code);
        pen.Narratives(scope.Name);
        pen.End();
    }

    private static void Marker(Pen pen, PolicyMarker marker)
    {
        pen.Begin("policy-marker");
        pen.Attribute("vocabulary", marker.Vocabulary);
        pen.Attribute("vocabulary-uri", marker.VocabularyUri);
        pen.Attribute("code", marker.Code);
        pen.Attribute("significance", marker.Significance);
        pen.Narratives(marker.Name);
        pen.End();
    }

    private static void Conditions(Pen pen, Conditions? conditions)
    {
        if (conditions is null) return;
        pen.Begin("conditions");
        pen.Attribute("attached", conditions.Attached);
        foreach (var condition in conditions.Entries) Typed(pen, "condition", condition.Type, condition.Text);
        pen.End();
    }
}
