using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Published;
using Cornerstone.Values;

namespace Cornerstone.Features.PublicSupport;

/// <summary>A sum of what is public in one currency, each dollar once, where it entered.</summary>
/// <param name="Name">Of a partner or a component; null where nobody said.</param>
/// <param name="Committed">Null where nothing is told of it, which is not zero.</param>
public sealed record PublicSum(Wording? Name, string Currency, decimal? Committed, decimal? Paid);

/// <summary>
/// Sums over published rows alone: money is counted by the ledger as everywhere else (decision 30), currency by currency, and what is
/// withheld is in no sum, so that nothing follows from a sum that does not follow from its rows.
/// </summary>
public sealed record PublicLedger(IReadOnlyList<PublicSum> ByPartner, IReadOnlyList<PublicSum> ByComponent)
{
    public static PublicLedger Of(IReadOnlyList<PublicActivity> support)
    {
        var count = new PublicCount(support);
        return new(count.ByPartner(), count.ByComponent());
    }
}

/// <summary>Published rows as the ledger counts them, and its answer in the names of the rows.</summary>
internal sealed class PublicCount
{
    private readonly List<LedgerActivity> activities = [];
    private readonly List<(LedgerFlow Flow, PublishedLine Line, string Currency)> flows = [];
    private readonly Dictionary<string, Guid> partners = [];
    private readonly Dictionary<Guid, Wording?> names = [];
    private readonly Dictionary<Guid, Guid?> reporters = [];

    private readonly List<(LedgerFlow Flow, PublishedLine Line, string Currency, MoneyStage Stage, decimal Amount)> counted;

    public PublicCount(IReadOnlyList<PublicActivity> support)
    {
        foreach (var told in support)
        {
            Add(told.Activity, told.Lines);
        }

        counted = Counted();
    }

    public IReadOnlyList<PublicSum> ByPartner() => Sums(counted.Select(c => (GiverOf(c.Flow), c.Currency, c.Stage, c.Amount)));

    public IReadOnlyList<PublicSum> ByComponent() => Sums(counted.SelectMany(c => Parts(c.Line, c.Amount), (c, part) => (part.Name, c.Currency, c.Stage, part.Amount)));

    // By their place, so that the same rows have the same ids in every count.
    private static Guid Numbered(int kind, int number) => new(kind, 0, 0, 0, 0, 0, 0, (byte)((number >> 24) & 255), (byte)((number >> 16) & 255), (byte)((number >> 8) & 255), (byte)(number & 255));

    private static List<PublicSum> Sums(IEnumerable<(Wording? Name, string Currency, MoneyStage Stage, decimal Amount)> parts) =>
    [
        .. parts.GroupBy(p => (Name: p.Name?.In("en"), p.Currency))
            .Select(g => new PublicSum(g.First().Name, g.Key.Currency, SumOf(g, MoneyStage.Committed), SumOf(g, MoneyStage.Paid)))
            .OrderBy(s => s.Currency, StringComparer.Ordinal).ThenBy(s => s.Name is null).ThenByDescending(s => Math.Max(s.Committed ?? 0m, s.Paid ?? 0m)).ThenBy(s => s.Name?.In("en"), StringComparer.Ordinal),
    ];

    private static decimal? SumOf(IEnumerable<(Wording? Name, string Currency, MoneyStage Stage, decimal Amount)> parts, MoneyStage stage) =>
        parts.Where(p => p.Stage == stage).Select(p => (decimal?)p.Amount).Aggregate((decimal?)null, (sum, amount) => (sum ?? 0m) + amount);

    // To the cent; what nobody declared, or divided, is a part of its own.
    private static IEnumerable<(Wording? Name, decimal Amount)> Parts(PublishedLine line, decimal amount)
    {
        var names = line.Components.Where(c => c.Code is not null).DistinctBy(c => c.Code).ToDictionary(c => c.Code!, c => c.Name);
        var shares = LedgerShares.Of(line.Components.Where(c => c.Code is not null).Select(c => (c.Code!, c.Percentage)));
        var parts = Cents.Apportion(amount, [.. shares.Select(s => s.Part)]);
        return shares.Select((s, i) => (s.Code is { } code ? names[code] : null, parts[i]));
    }

    private void Add(PublishedActivity a, IReadOnlyList<PublishedLine> lines)
    {
        var id = Numbered(1, activities.Count);
        reporters[id] = IdOf(a.Reporter);
        activities.Add(new(id, a.Identifier)
        {
            Reporter = reporters[id],
            OtherIdentifiers = a.OtherIdentifiers,
            Relations = [.. a.Relations.Select(r => new ActivityRelation(r.Kind is { } kind ? Enum.Parse<RelationKind>(kind.Code) : null, r.Identifier))],
            Funders = [.. a.Parties.Where(p => p.Role?.Code == "1").Select(IdOf).OfType<Guid>()],
        });
        foreach (var line in lines.Where(l => l is { Kind: PublicLineKind.Transaction, State: ToldState.Known, Stage: not null, Currency: not null }))
        {
            var flow = new LedgerFlow(Numbered(2, flows.Count), id, Enum.Parse<TransactionType>(line.Stage!.Code), Cents.Round(line.Amount!.Value))
            {
                Provider = IdOf(line.Provider),
                ProviderActivity = line.Provider?.Activity,
                Receiver = IdOf(line.Receiver),
                ReceiverActivity = line.Receiver?.Activity,
                Date = line.FromDay,
            };
            flows.Add((flow, line, line.Currency!));
        }
    }

    private List<(LedgerFlow Flow, PublishedLine Line, string Currency, MoneyStage Stage, decimal Amount)> Counted()
    {
        var once = new EachDollarOnce(new LedgerSettings());
        var lines = flows.ToDictionary(f => f.Flow.Id, f => f.Line);
        return
        [
            .. from currency in flows.GroupBy(f => f.Currency)
               from stage in new[] { MoneyStage.Committed, MoneyStage.Paid }
               from counted in once.Count(activities, [.. currency.Select(f => f.Flow)], stage).Funding.Counted
               select (counted.Flow, lines[counted.Flow.Id], currency.Key, stage, counted.Amount),
        ];
    }

    // Who gave it, as its line says; where it says nothing, whoever reports it.
    private Wording? GiverOf(LedgerFlow flow) => (flow.Provider ?? (IsReceipt(flow) ? null : reporters[flow.Activity])) is { } giver ? names[giver] : null;

    private static bool IsReceipt(LedgerFlow flow) => flow.Type is TransactionType.IncomingFunds or TransactionType.IncomingCommitment;

    private Guid? IdOf(PublicParty? party)
    {
        if (party is null || (party.Reference ?? party.Name?.In("en")) is not { } key)
        {
            return null;
        }

        if (!partners.TryGetValue(key, out var known))
        {
            partners[key] = known = Numbered(3, partners.Count);
            names[known] = party.Name;
        }

        return known;
    }
}
