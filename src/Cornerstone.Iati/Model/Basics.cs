namespace Cornerstone.Iati;

/// <summary>A text in one language; without a language it is in that of its record.</summary>
public sealed record Narrative(string Text, string? Language = null);

/// <summary>An amount as written: its number, currency and value date, each null when not given or not understood.</summary>
public sealed record Amount(decimal? Number, string? Currency, DateOnly? ValueDate);

/// <summary>An organisation as a record names it: identifier, type and name.</summary>
public sealed record ReportingOrganisation(string? Ref, string? Type, bool? IsSecondaryReporter, Items<Narrative> Name);

/// <summary>Role: 1 funding, 2 accountable, 3 extending, 4 implementing.</summary>
public sealed record ParticipatingOrganisation(string? Ref, string? Type, string? Role, string? ActivityId, string? CrsChannelCode, Items<Narrative> Name);

public sealed record OtherIdentifier(string? Ref, string? Type, OwnerOrganisation? Owner);

public sealed record OwnerOrganisation(string? Ref, Items<Narrative> Name);

public sealed record Description(string? Type, Items<Narrative> Text);

/// <summary>Type: 1 planned start, 2 actual start, 3 planned end, 4 actual end.</summary>
public sealed record ActivityDate(string? Type, DateOnly? Day, Items<Narrative> Note);

public sealed record Contact(string? Type, Items<Narrative> Organisation, Items<Narrative> Department, Items<Narrative> PersonName, Items<Narrative> JobTitle)
{
    public Items<string> Telephones { get; init; }
    public Items<string> Emails { get; init; }
    public Items<string> Websites { get; init; }
    public Items<Items<Narrative>> MailingAddresses { get; init; }
}

/// <summary>Percentage: of the whole activity; null means all of it, or not said.</summary>
public sealed record CountryShare(string? Code, decimal? Percentage, Items<Narrative> Name);

public sealed record RegionShare(string? Code, string? Vocabulary, string? VocabularyUri, decimal? Percentage, Items<Narrative> Name);

/// <summary>Vocabulary: 1 is the DAC's five digits; null means 1.</summary>
public sealed record SectorShare(string? Code, string? Vocabulary, string? VocabularyUri, decimal? Percentage, Items<Narrative> Name);

public sealed record Tag(string? Code, string? Vocabulary, string? VocabularyUri, Items<Narrative> Name);

public sealed record HumanitarianScope(string? Type, string? Vocabulary, string? VocabularyUri, string? Code, Items<Narrative> Name);

/// <summary>Significance: 0 not targeted, 1 significant objective, 2 principal objective.</summary>
public sealed record PolicyMarker(string? Code, string? Vocabulary, string? VocabularyUri, string? Significance, Items<Narrative> Name);

public sealed record AidType(string? Code, string? Vocabulary);

public sealed record CountryBudgetItems(string? Vocabulary, Items<BudgetItem> Entries);

public sealed record BudgetItem(string? Code, decimal? Percentage, Items<Narrative> Description);

/// <summary>Type: 1 parent, 2 child, 3 sibling, 4 co-funded, 5 third party.</summary>
public sealed record RelatedActivity(string? Ref, string? Type);

public sealed record LegacyEntry(string? Name, string? Value, string? IatiEquivalent);

public sealed record Conditions(bool? Attached, Items<Condition> Entries);

public sealed record Condition(string? Type, Items<Narrative> Text);

public sealed record DocumentLink(string? Url, string? Format, Items<Narrative> Title, Items<Narrative> Description, Items<string> Categories, Items<string> Languages, DateOnly? Date)
{
    /// <summary>In organisation files a document can be about countries.</summary>
    public Items<CountryShare> Countries { get; init; }
}
