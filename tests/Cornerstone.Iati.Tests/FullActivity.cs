namespace Cornerstone.Iati.Tests;

/// <summary>An invented activity in which nothing the standard knows is missing.</summary>
internal static class FullActivity
{
    private static readonly DateOnly Day = new(2024, 2, 29);

    public static Activity Made() => new()
    {
        Identifier = "XM-EXAMPLE-1",
        Language = "en",
        DefaultCurrency = "EUR",
        LastUpdated = new DateTimeOffset(2024, 5, 1, 10, 20, 30, 250, TimeSpan.Zero),
        Hierarchy = 1,
        IsHumanitarian = false,
        BudgetNotProvided = "1",
        LinkedDataUri = "http://example.org/1",
        ReportingOrganisation = new("XM-EXAMPLE", "10", true, Texts("Example")),
        Title = Texts("Scrutiny of the defence budget"),
        Descriptions = [new("1", Texts("What is done")), new("2", Texts("Why"))],
        ParticipatingOrganisations = [new("XM-A", "10", "1", "XM-A-7", "21000", Texts("Funder")), new(null, null, "4", null, null, Texts("Implementer"))],
        OtherIdentifiers = [new("OLD-1", "A3", new("XM-B", Texts("Owner"))), new("OLD-2", "A1", null)],
        Status = "2",
        Dates = [new("1", Day, default), new("2", Day.AddDays(10), Texts("Late"))],
        Contacts = [Contact()],
        Scope = "4",
        Countries = [new("ML", 60.5m, Texts("Mali"))],
        Regions = [new("298", "1", null, 39.5m, Texts("Sahel"))],
        Locations = [Location()],
        Sectors = [new("15210", "1", null, 70m, default), new("15110", "1", null, 30m, default), new("A-1", "99", "http://example.org/s", null, Texts("Own sector"))],
        Tags = [new("16.6", "3", "http://example.org/t", Texts("Goal 16"))],
        CountryBudgetItems = new("2", [new("1.1.1", 100m, Texts("Executive"))]),
        HumanitarianScopes = [new("1", "1-2", "http://example.org/h", "EQ-2015-000048-NPL", Texts("Emergency"))],
        PolicyMarkers = [new("1", "1", null, "2", Texts("Gender equality"))],
        CollaborationType = "1",
        DefaultFlowType = "10",
        DefaultFinanceType = "110",
        DefaultAidTypes = [new("C01", "1"), new("2", "2")],
        DefaultTiedStatus = "5",
        Budgets = [new("1", "2", Day, Day.AddDays(360), new(1_000_000.25m, "EUR", Day))],
        PlannedDisbursements = [new("1", Day, Day.AddDays(90), new(250_000m, null, Day), Party("XM-A"), Party("XM-C"))],
        CapitalSpend = 12.5m,
        Transactions = [Transaction()],
        Documents = [Document()],
        RelatedActivities = [new("XM-EXAMPLE-0", "1")],
        LegacyEntries = [new("Project status", "7", "activity-status")],
        Conditions = new(true, [new("1", Texts("Parliament sees the accounts"))]),
        Results = [Result()],
        CrsAdditions = new([new("1", true)], Terms(), Status(), "21039"),
        ForwardSpending = new(Day, true, "2029", [new("2025", new(5_000m, "EUR", Day))]),
    };

    public static Organisation Organisation() => new()
    {
        Identifier = "XM-EXAMPLE",
        Language = "en",
        DefaultCurrency = "USD",
        LastUpdated = new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero),
        Name = Texts("Example"),
        ReportingOrganisation = new("XM-EXAMPLE", "10", null, Texts("Example")),
        Budgets =
        [
            Budget(OrganisationBudgetKind.Total, "2"),
            Budget(OrganisationBudgetKind.Recipient, "1") with { Recipient = new("XM-C", Texts("Receiver")) },
            Budget(OrganisationBudgetKind.Region, "1") with { Region = new("298", "1", "http://example.org/r", null, Texts("Sahel")) },
            Budget(OrganisationBudgetKind.Country, "1") with { Country = new("ML", null, Texts("Mali")) },
            Budget(OrganisationBudgetKind.Spent, null),
        ],
        Documents = [Document() with { Countries = [new("ML", null, Texts("Mali"))] }],
    };

    private static Items<Narrative> Texts(string text) => [new(text), new($"{text} (fr) & < > \"", "fr")];

    private static FlowParty Party(string reference) => new(reference, "10", $"{reference}-9", Texts("Party"));

    private static OrganisationBudget Budget(OrganisationBudgetKind kind, string? status) =>
        new(kind, status, Day, Day.AddDays(200), new(10m, "USD", Day)) { Lines = [new("1", new(5m, "USD", Day), Texts("Line"))] };

    private static Contact Contact() => new("1", Texts("Organisation"), Texts("Department"), Texts("Desk officer"), Texts("Adviser"))
    {
        Telephones = ["0044111222333444", "0044111222333445"],
        Emails = ["desk@example.org"],
        Websites = ["http://www.example.org"],
        MailingAddresses = [Texts("1 Main Street"), Texts("2 Main Street")],
    };

    private static Location Location() => new()
    {
        Ref = "GAO",
        Reach = "1",
        Codes = [new("2457163", "G1")],
        Name = Texts("Gao"),
        Description = Texts("Regional capital"),
        ActivityDescription = Texts("Hearings"),
        Areas = [new("2457161", "G1", 1), new("ML-7", "A4", 1)],
        Point = new(GeoPoint.Wgs84, "16.2666400 -0.0400000"),
        Exactness = "1",
        Class = "2",
        FeatureDesignation = "PPLA",
    };

    private static Transaction Transaction() => new()
    {
        Type = "3",
        Ref = "T-1",
        IsHumanitarian = true,
        Date = Day,
        Value = new(-1_234.50m, "XOF", Day),
        Description = Texts("Refund"),
        Provider = Party("XM-A"),
        Receiver = Party("XM-C"),
        DisbursementChannel = "1",
        Sectors = [new("15210", "1", null, null, default), new("A-1", "99", "http://example.org/s", null, Texts("Own"))],
        Country = new("ML", null, Texts("Mali")),
        Region = new("298", "1", "http://example.org/r", null, default),
        FlowType = "10",
        FinanceType = "110",
        AidTypes = [new("C01", "1"), new("1", "3")],
        TiedStatus = "5",
    };

    private static DocumentLink Document() => new("http://example.org/doc.pdf", "application/pdf", Texts("Report"), Texts("Annual"), ["A01", "B02"], ["en", "fr"], Day);

    private static Result Result() => new("2", true, Texts("Oversight"), Texts("Stronger"))
    {
        Documents = [Document()],
        References = [new("R-1", "99", "http://example.org/results")],
        Indicators =
        [
            new("1", true, false, Texts("Hearings held"), Texts("Counted"))
            {
                Documents = [Document()],
                References = [new("16.6", "99", "http://example.org/indicators")],
                Baselines = [new("2023", Day, Value("2"))],
                Periods = [new(Day, Day.AddDays(300), [Value("10")], [Value("7"), Value("1")])],
            },
        ],
    };

    private static ResultValue Value(string value) => new(value, Texts("Comment"))
    {
        Locations = ["GAO"],
        Dimensions = [new("sex", "female"), new("age", "15-24")],
        Documents = [Document()],
    };

    private static LoanTerms Terms() => new(4.25m, 3m, "1", "4") { Commitment = Day, FirstRepayment = Day.AddYears(1), FinalRepayment = Day.AddYears(9) };

    private static LoanStatus Status() => new("2024", "EUR", Day) { InterestReceived = 1.5m, PrincipalOutstanding = 200m, PrincipalArrears = 0m, InterestArrears = 3m };
}
