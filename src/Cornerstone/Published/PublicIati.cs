using Cornerstone.Iati;
using Cornerstone.Values;

namespace Cornerstone.Published;

/// <summary>
/// Published support as a file of IATI 2.03. What is withheld leaves its ground; what the standard cannot say without what nobody
/// said stays out: it is on the page and in the other files.
/// </summary>
public static class PublicIati
{
    // Code 4 of the list DescriptionType: "Other".
    private const string OtherDescription = "4";
    private const string English = "en";

    // The standard asks for a text in its place.
    private static readonly Items<Narrative> NotTold = [new("Not told by the source.", English)];

    public static byte[] Of(IEnumerable<(PublishedActivity Activity, IEnumerable<PublishedLine> Lines)> activities, DateTimeOffset published)
    {
        using var memory = new MemoryStream();
        using (var writer = new IatiWriter(memory, RecordKind.Activity, published))
        {
            foreach (var (activity, lines) in activities.Where(a => Holds(a.Activity)))
            {
                writer.Write(Told(activity, lines));
            }
        }

        return memory.ToArray();
    }

    /// <summary>Whether the standard has a place for it: it asks who reports it, where it stands, and for a date.</summary>
    public static bool Holds(PublishedActivity a) =>
        a is { Reporter: { Reference: not null, Kind: not null }, Status: not null } && (a.Starts ?? a.Ends) is not null;

    /// <summary>Whether the standard has a place for it: it asks for a type, a day, an amount and a currency.</summary>
    public static bool Holds(PublishedLine l) => l.Amount is not null && l.Currency is not null && l.FromDay is not null
        && (l.Kind == PublicLineKind.Transaction ? l.Stage is not null : l.Kind != PublicLineKind.Budget || l.UntilDay is not null);

    public static Activity Told(PublishedActivity a, IEnumerable<PublishedLine> lines)
    {
        var told = Withholding.Apply(Plain(a, [.. lines.Where(Holds)]), a.Withheld.SelectMany(w => PartsOf(w.Part), (w, part) => new Withholding(part, GroundOf(w.Ground))));
        return told with
        {
            Descriptions =
            [
                .. (IEnumerable<Description>)told.Descriptions,
                .. a.Withheld.Where(w => w.Part == PublicPart.Amounts)
                    .Select(w => new Description(OtherDescription, [new($"Single amounts: withheld, on the ground of {GroundOf(w.Ground)}.", English)])),
            ],
        };
    }

    /// <summary>A ground in the words of the file.</summary>
    public static string GroundOf(PublicGround ground) => ground switch
    {
        PublicGround.NationalSecurity => "national security",
        PublicGround.SafetyOfPersons => "the safety of persons",
        PublicGround.Privacy => "privacy",
        PublicGround.InternationalRelations => "international relations",
        PublicGround.CommercialConfidence => "commercial confidence",
        PublicGround.OngoingInvestigation => "an ongoing investigation",
        _ => "what it would tell of another withheld amount",
    };

    private static IEnumerable<WithheldPart> PartsOf(PublicPart part) => part switch
    {
        PublicPart.Everything => [WithheldPart.Everything],
        PublicPart.Title => [WithheldPart.Title],
        PublicPart.Description => [WithheldPart.Descriptions],
        PublicPart.Parties => [WithheldPart.Participants, WithheldPart.Parties],
        PublicPart.Places => [WithheldPart.Places],
        PublicPart.Money => [WithheldPart.Budgets, WithheldPart.PlannedDisbursements, WithheldPart.Transactions],
        _ => [],
    };

    private static Activity Plain(PublishedActivity a, List<PublishedLine> lines) => new()
    {
        Identifier = a.Identifier,
        LastUpdated = a.SaidAt,
        DefaultCurrency = a.DefaultCurrency,
        Hierarchy = a.Hierarchy,
        IsHumanitarian = a.IsHumanitarian,
        ReportingOrganisation = a.Reporter is { } reporter ? new(reporter.Reference, reporter.Kind, true, Texts(reporter.Name, NotTold)) : null,
        Title = Texts(a.Title, NotTold),
        Descriptions = [new(null, Texts(a.Description, NotTold))],
        ParticipatingOrganisations = a.Parties.Exists(p => p.Role is not null)
            ? [.. a.Parties.Where(p => p.Role is not null).Select(p => new ParticipatingOrganisation(p.Reference, p.Kind, p.Role!.Code, p.Activity, null, Texts(p.Name)))]
            // Who reports it takes part, in which way nobody said: the standard asks for somebody.
            : [new(a.Reporter?.Reference, a.Reporter?.Kind, "2", null, null, Texts(a.Reporter?.Name))],
        OtherIdentifiers = default,
        Status = a.Status?.Code,
        Dates = [.. Date("1", a.PlannedStart), .. Date("2", a.ActualStart), .. Date("3", a.PlannedEnd), .. Date("4", a.ActualEnd)],
        Scope = a.Scope?.Code,
        Countries = [.. a.Countries.Select(c => new CountryShare(c.Code, c.Percentage, default))],
        Regions = [.. a.Regions.Select(r => new RegionShare(r.Code, r.Vocabulary, null, r.Percentage, default))],
        Locations = [.. a.Places.Select(PlaceOf)],
        Sectors = [.. a.Sectors.Select(SectorOf)],
        PolicyMarkers = [.. a.Markers.Select(m => new PolicyMarker(m.Code, m.Vocabulary, null, Number(m.Significance), default))],
        CollaborationType = a.Collaboration?.Code,
        DefaultFlowType = a.Flow?.Code,
        DefaultFinanceType = a.Finance?.Code,
        DefaultAidTypes = AidTypes(a.AidTypes),
        DefaultTiedStatus = a.Tied?.Code,
        Budgets = [.. lines.Where(l => l.Kind == PublicLineKind.Budget).Select(l => new Budget(Number(l.IsRevised), Number(l.IsCommitted), l.FromDay, l.UntilDay, ValueOf(l)))],
        PlannedDisbursements = [.. lines.Where(l => l.Kind == PublicLineKind.PlannedDisbursement)
            .Select(l => new PlannedDisbursement(Number(l.IsRevised), l.FromDay, l.UntilDay, ValueOf(l), End(l.Provider), End(l.Receiver)))],
        Transactions = [.. lines.Where(l => l.Kind == PublicLineKind.Transaction).Select(TransactionOf)],
        RelatedActivities = [.. a.Relations.Where(r => r.Kind is not null).Select(r => new RelatedActivity(r.Identifier, r.Kind!.Code))],
    };

    private static Transaction TransactionOf(PublishedLine l) => new()
    {
        Type = l.Stage?.Code,
        Ref = l.Reference,
        IsHumanitarian = l.IsHumanitarian,
        Date = l.FromDay,
        Value = ValueOf(l),
        Description = Texts(l.Description),
        Provider = End(l.Provider),
        Receiver = End(l.Receiver),
        DisbursementChannel = l.Channel,
        Sectors = [.. l.Sectors.Select(SectorOf)],
        Country = l.RecipientCountry is { } country ? new(country, null, default) : null,
        Region = l.RecipientRegion is { } region ? new(region, null, null, null, default) : null,
        FlowType = l.Flow?.Code,
        FinanceType = l.Finance?.Code,
        AidTypes = AidTypes(l.AidTypes),
        TiedStatus = l.Tied?.Code,
    };

    // The day by whose rate it is valued, which the standard asks for: that of the transaction where no other is said.
    private static Amount ValueOf(PublishedLine l) => new(l.Amount, l.Currency, l.ValueDate ?? l.FromDay);

    private static FlowParty? End(PublicParty? party) => party is null ? null : new(party.Reference, party.Kind, party.Activity, Texts(party.Name));

    private static Items<ActivityDate> Date(string type, DateOnly? day) => day is null ? default : [new(type, day, default)];

    private static SectorShare SectorOf(PublicShare sector) => new(sector.Code, sector.Vocabulary, null, sector.Percentage, default);

    private static Items<AidType> AidTypes(IEnumerable<PublicCode> types) => [.. types.Select(t => new AidType(t.Code, t.Vocabulary))];

    private static Location PlaceOf(PublicPlace place) => new()
    {
        Name = place.Name is { } name ? [new(name)] : Texts(place.Region),
        Point = place is { Latitude: { } north, Longitude: { } east } ? new(GeoPoint.Wgs84, FormattableString.Invariant($"{north} {east}")) : null,
    };

    private static string? Number(int? code) => code?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // Of budgets and plans: 2 is revised, and 2 is committed.
    private static string? Number(bool? second) => second switch { true => "2", false => "1", null => null };

    private static Items<Narrative> Texts(Wording? wording, Items<Narrative> instead = default) => wording is null
        ? instead
        : [.. wording.Texts.OrderBy(t => t.Key != wording.Original).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => new Narrative(t.Value, t.Key))];
}
