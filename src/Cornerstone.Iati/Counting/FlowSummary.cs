using System.Runtime.InteropServices;

namespace Cornerstone.Iati;

/// <summary>What a file holds: how many of what, sums by type and currency, sectors, countries and findings. Its size does not grow with the file's.</summary>
public sealed class FlowSummary
{
    private readonly Dictionary<(string?, string?), ExactSum> sums = [];
    private readonly Dictionary<(string, string?), SeenIn> sectors = [];
    private readonly Dictionary<(string, string?), SeenIn> countries = [];
    private readonly List<Finding> findings = [];

    private ExactSum? lastSum;
    private string? lastType;
    private string? lastCurrency;

    private FlowSummary(string file) => File = file;

    public string File { get; }
    public string? Version { get; private set; }
    public long Activities { get; private set; }
    public long Organisations { get; private set; }

    /// <summary>Records that could not be read; findings say which.</summary>
    public long Broken { get; private set; }
    public int DistinctIdentifiers { get; private set; }
    public long Transactions { get; private set; }
    public long Budgets { get; private set; }
    public long PlannedDisbursements { get; private set; }
    public long Locations { get; private set; }
    public long Results { get; private set; }
    public long Bytes { get; private set; }
    public IReadOnlyList<RuleCount> RuleCounts { get; private set; } = [];

    /// <summary>The first findings of each rule, in the order of the file.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Sums of transactions, by type (as numbers of 2.0x) and currency (the transaction's, else the activity's default, else null). Nothing is converted.</summary>
    public IEnumerable<FlowSum> Sums => sums
        .OrderBy(s => s.Key.Item1?.Length ?? 0).ThenBy(s => s.Key.Item1, StringComparer.Ordinal).ThenBy(s => s.Key.Item2, StringComparer.Ordinal)
        .Select(s => new FlowSum(s.Key.Item1, s.Key.Item2, s.Value.ToString()));

    /// <summary>Activities with a sector of their own or on a transaction; each once for each code.</summary>
    public IEnumerable<(string Vocabulary, string? Code, long Activities)> Sectors => Counted(sectors);

    public IEnumerable<(string? Code, long Activities)> Countries => Counted(countries).Select(c => (c.Code, c.Activities));

    /// <exception cref="UnreadableIatiException">The file is refused.</exception>
    public static FlowSummary Of(string file, Stream stream, IatiOptions options)
    {
        var reader = new IatiReader(stream, options);
        var summary = new FlowSummary(file);
        foreach (var record in reader.Read()) summary.Add(record);
        summary.findings.InsertRange(0, reader.FileFindings);
        summary.Version = reader.Version;
        summary.DistinctIdentifiers = reader.DistinctIdentifiers;
        summary.RuleCounts = [.. reader.RuleCounts];
        summary.Bytes = reader.BytesRead;
        return summary;
    }

    /// <summary>A file that was refused, with the reason as its finding.</summary>
    public static FlowSummary Refused(string file, UnreadableIatiException refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);

        var summary = new FlowSummary(file) { RuleCounts = [new(refusal.Rule, Severity.Error, 1)] };
        summary.findings.Add(new Finding(refusal.Rule, Severity.Error, null, "/", refusal.Line, refusal.Message));
        return summary;
    }

    private static IEnumerable<(string Vocabulary, string? Code, long Activities)> Counted(Dictionary<(string, string?), SeenIn> seen) => seen
        .OrderBy(s => s.Key.Item1.Length).ThenBy(s => s.Key.Item1, StringComparer.Ordinal).ThenBy(s => s.Key.Item2, StringComparer.Ordinal)
        .Select(s => (s.Key.Item1, s.Key.Item2, s.Value.Activities));

    private void Add(IatiRecord record)
    {
        findings.AddRange(record.Findings);
        if (record.Activity is { } activity) Add(activity);
        else if (record.Organisation is { } organisation) Add(organisation);
        else Broken++;
    }

    private void Add(Organisation organisation)
    {
        Organisations++;
        Budgets += organisation.Budgets.Count(b => b.Kind != OrganisationBudgetKind.Spent);
    }

    private void Add(Activity activity)
    {
        Activities++;
        Transactions += activity.Transactions.Count;
        Budgets += activity.Budgets.Count;
        PlannedDisbursements += activity.PlannedDisbursements.Count;
        Locations += activity.Locations.Count;
        Results += activity.Results.Count;
        foreach (var sector in activity.Sectors) Saw(sectors, sector.Vocabulary ?? "1", sector.Code);
        foreach (var country in activity.Countries) Saw(countries, "", country.Code);
        foreach (var transaction in activity.Transactions) Add(transaction, activity.DefaultCurrency);
    }

    private void Add(Transaction transaction, string? defaultCurrency)
    {
        foreach (var sector in transaction.Sectors) Saw(sectors, sector.Vocabulary ?? "1", sector.Code);
        if (transaction.Country is { } country) Saw(countries, "", country.Code);
        if (transaction.Value?.Number is not { } number) return;
        var (type, currency) = (transaction.Type, transaction.Value.Currency ?? defaultCurrency);
        // Transactions of one kind follow each other, and their codes are the same strings.
        if (lastSum is null || !ReferenceEquals(type, lastType) || !ReferenceEquals(currency, lastCurrency))
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, (type, currency), out _);
            (lastSum, lastType, lastCurrency) = (sum ??= new(), type, currency);
        }

        lastSum.Add(number);
    }

    private void Saw(Dictionary<(string, string?), SeenIn> seen, string vocabulary, string? code)
    {
        ref var counted = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, (vocabulary, code), out _);
        // An activity that names a sector twice, or on each of its transactions, has it once.
        if (counted.LastActivity != Activities) counted = new(counted.Activities + 1, Activities);
    }

    private readonly record struct SeenIn(long Activities, long LastActivity);
}

/// <summary>A sum of transactions of one type in one currency, to the last digit.</summary>
public sealed record FlowSum(string? TransactionType, string? Currency, string Value);
