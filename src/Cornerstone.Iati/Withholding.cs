namespace Cornerstone.Iati;

/// <summary>A part of an activity that can be kept back from what is published.</summary>
public enum WithheldPart
{
    /// <summary>All but that there is an activity, whose it is, and its state.</summary>
    Everything,
    Title,
    Descriptions,
    Participants,
    Contacts,
    Places,
    Budgets,
    PlannedDisbursements,
    Transactions,

    /// <summary>Who gave to whom, while the amounts stay.</summary>
    Parties,
    Documents,
    Conditions,
    Results,
    Loans,
}

/// <summary>What is kept back, and on what ground. The ground is published in its place.</summary>
public sealed record Withholding(WithheldPart Part, string Ground)
{
    // Code 4 of the list DescriptionType: "Other".
    private const string OtherDescription = "4";
    private const string NoteLanguage = "en";

    /// <summary>The activity as it may be published. Nothing of a withheld part is left in it, and each leaves its note.</summary>
    public static Activity Apply(Activity activity, IEnumerable<Withholding> withholdings)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(withholdings);

        return withholdings.OrderBy(w => w.Part).Aggregate(activity, (rest, w) => w.From(rest));
    }

    /// <summary>"Withheld, on the ground of national security."</summary>
    public string Sentence => $"Withheld, on the ground of {Ground}.";

    private Activity From(Activity activity) => Part switch
    {
        WithheldPart.Everything => Stub(activity),
        WithheldPart.Title => activity with { Title = [Note(Sentence)] },
        WithheldPart.Descriptions => activity with { Descriptions = [new(null, [Note(Sentence)])] },
        WithheldPart.Participants => activity with { ParticipatingOrganisations = Nameless(activity) },
        WithheldPart.Contacts => Noted(activity with { Contacts = default }, "Contacts"),
        WithheldPart.Places => Noted(activity with { Locations = default, Results = [.. activity.Results.Select(WithoutPlaces)] }, "Places"),
        WithheldPart.Budgets => Noted(activity with { Budgets = default, CountryBudgetItems = null, CapitalSpend = null, ForwardSpending = null }, "Budgets"),
        WithheldPart.PlannedDisbursements => Noted(activity with { PlannedDisbursements = default }, "Planned disbursements"),
        WithheldPart.Transactions => Noted(activity with { Transactions = default }, "Transactions"),
        WithheldPart.Parties => Noted(WithoutParties(activity), "Providers and receivers"),
        WithheldPart.Documents => Noted(WithoutDocuments(activity), "Documents"),
        WithheldPart.Conditions => Noted(activity with { Conditions = null }, "Conditions"),
        WithheldPart.Results => Noted(activity with { Results = default }, "Results"),
        _ => Noted(activity with { CrsAdditions = null }, "Loan terms"),
    };

    /// <summary>What the schema asks of any activity, and the ground. Its dates stay: a publication without them is refused.</summary>
    private Activity Stub(Activity activity) => new()
    {
        Identifier = activity.Identifier,
        Language = activity.Language,
        LastUpdated = activity.LastUpdated,
        ReportingOrganisation = activity.ReportingOrganisation,
        Title = [Note(Sentence)],
        Descriptions = [new(null, [Note(Sentence)])],
        ParticipatingOrganisations = Nameless(activity),
        Status = activity.Status,
        Dates = [.. activity.Dates.Select(d => d with { Note = default })],
    };

    /// <summary>How many there are in each role is told, not who they are.</summary>
    private Items<ParticipatingOrganisation> Nameless(Activity activity) =>
        [.. activity.ParticipatingOrganisations.Select(o => new ParticipatingOrganisation(null, null, o.Role, null, null, [Note(Sentence)]))];

    private static Activity WithoutParties(Activity activity) => activity with
    {
        Transactions = [.. activity.Transactions.Select(t => t with { Provider = null, Receiver = null, Description = default, Ref = null })],
        PlannedDisbursements = [.. activity.PlannedDisbursements.Select(p => p with { Provider = null, Receiver = null })],
    };

    private static Activity WithoutDocuments(Activity activity) => activity with
    {
        Documents = default,
        Results = [.. activity.Results.Select(r => r with { Documents = default, Indicators = [.. r.Indicators.Select(i => Values(i with { Documents = default }, v => v with { Documents = default }))] })],
    };

    private static Result WithoutPlaces(Result result) =>
        result with { Indicators = [.. result.Indicators.Select(i => Values(i, v => v with { Locations = default }))] };

    private static ResultIndicator Values(ResultIndicator indicator, Func<ResultValue, ResultValue> change) => indicator with
    {
        Baselines = [.. indicator.Baselines.Select(b => b with { Value = change(b.Value) })],
        Periods = [.. indicator.Periods.Select(p => p with { Targets = [.. p.Targets.Select(change)], Actuals = [.. p.Actuals.Select(change)] })],
    };

    /// <summary>A part that is gone leaves a description of its own: amounts and places have no room for words.</summary>
    private Activity Noted(Activity activity, string part) =>
        activity with { Descriptions = [.. (IEnumerable<Description>)activity.Descriptions, new(OtherDescription, [Note($"{part}: withheld, on the ground of {Ground}.")])] };

    private static Narrative Note(string sentence) => new(sentence, NoteLanguage);
}
