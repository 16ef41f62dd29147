using Cornerstone.Features.OdaEligibility;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;

namespace Cornerstone.Features.CountedSupport;

/// <summary>One amount as the ledger keeps it: counted and divided to the cent, or left out with its reason.</summary>
/// <param name="Sector">Of the vocabulary that answers for the component; null where nobody said, or where several share it.</param>
/// <param name="Aim">A word of <see cref="Aims.Divided"/>.</param>
/// <param name="Amount">Null where it is not known.</param>
public sealed record KnownAmount(LedgerFlow Flow, Guid? Partner, string? Component, string? Sector, string? Aim, decimal? Amount, ExclusionReason? Reason, IReadOnlyList<Guid> Because)
{
    /// <summary>What the rules of development assistance say of it; null of what is left out.</summary>
    public LineJudgement? Judged { get; init; }
}

/// <summary>What a line of the ledger is by the rules of development assistance and of reform, few enough to be numbered.</summary>
/// <param name="Rule">The line of the table that decided; null where none did.</param>
/// <param name="Reach">Null where no purpose is declared.</param>
public readonly record struct LineJudgement(OdaVerdict Verdict, string? Rule, OdaBeside Beside, SsrReach? Reach);

/// <summary>
/// Activities with all they hang together with (<see cref="LedgerFamilies"/>), counted: because no money leads out of a family, a
/// family is counted by itself as it would be among all. An amount is divided to the cent once, by country, then component, then
/// sector, then what it serves in the plan, and its parts add up to it: so do all tables, whatever is asked (decision 36).
/// </summary>
public sealed class KnownMoney
{
    // Beyond ten thousand million million nothing is money; sums of more would not fit where they are kept.
    private const decimal OutOfBounds = 10_000_000_000_000_000m;

    private readonly Dictionary<MoneyStage, LedgerCount> counts = [];
    private readonly Dictionary<Guid, IReadOnlyList<SectorPart>> sectors = [];
    private readonly Dictionary<Guid, CountryPart> countries = [];
    private readonly Dictionary<Guid, Activity> activities;
    private readonly Dictionary<Guid, Transaction> transactions;
    private readonly ILookup<Guid, OdaAnswer> answers;
    private readonly IReadOnlyDictionary<Guid, Guid> sameAs;
    private LedgerNames? names;

    /// <param name="sameAs">Of records that give way, the one that stands for both.</param>
    /// <param name="crs">Sources that are tables of the CRS.</param>
    public KnownMoney(
        LedgerGround ground, IEnumerable<Activity> activities, IEnumerable<Transaction> transactions, IEnumerable<ActivityAlignment> alignments,
        IReadOnlyDictionary<Guid, Guid> sameAs, IEnumerable<OdaAnswer> answers, IReadOnlySet<Guid>? crs = null)
    {
        (Ground, this.sameAs, this.answers) = (ground, sameAs, answers.ToLookup(a => a.ActivityId));
        this.activities = activities.ToDictionary(a => a.Id);
        this.transactions = transactions.Where(t => t.Type is not null && this.activities.ContainsKey(t.ActivityId)).ToDictionary(t => t.Id);
        Crs = CrsWord.Of(this.activities.Values, sameAs, crs ?? new HashSet<Guid>());
        Aims = alignments.Select(a => (a.ActivityId, Aim: Aim.Of(a))).Where(a => a.Aim is not null).ToLookup(a => a.ActivityId, a => a.Aim!);
    }

    public LedgerGround Ground { get; }

    public IReadOnlyCollection<Activity> Activities => activities.Values;

    public IReadOnlyCollection<Transaction> Transactions => transactions.Values;

    public ILookup<Guid, Aim> Aims { get; }

    /// <summary>How activities stand to what is told to the OECD; without those that have nothing to do with it.</summary>
    public IReadOnlyDictionary<Guid, string> Crs { get; }

    /// <summary>The ledger's count of one stage (decision 30).</summary>
    public LedgerCount Count(MoneyStage stage) => counts.TryGetValue(stage, out var count) ? count
        : counts[stage] = new EachDollarOnce(new()).Count(names ??= new(activities.Values.Select(LedgerOf)), transactions.Values.Where(t => stage.Holds(t.Type!.Value)).Select(LedgerOf), stage);

    /// <summary>All that a view counts or leaves out.</summary>
    public IEnumerable<KnownAmount> Amounts(LedgerView view, MoneyStage stage)
    {
        var count = Count(stage).Of(view);
        foreach (var counted in count.Counted)
        {
            var partner = view == LedgerView.Funding ? GiverOf(counted.Flow) : Ground.StandingFor(activities[counted.Flow.Activity].ReporterId);
            var (here, elsewhere, unsaid) = PartsOf(counted);
            foreach (var part in Divided(counted.Flow, here))
            {
                yield return new(counted.Flow, partner, part.Component, part.Sector, part.Aim, part.Amount, null, []) { Judged = JudgedOf(counted.Flow, part.Component, part.Sector, part.Aim is not null) };
            }

            if (elsewhere != 0m) yield return LeftOut(new(counted.Flow, elsewhere, ExclusionReason.OtherCountry, []));
            if (unsaid != 0m) yield return LeftOut(new(counted.Flow, unsaid, ExclusionReason.CountryNotSaid, []));
        }

        foreach (var excluded in count.Excluded) yield return LeftOut(excluded);
    }

    /// <summary>Kept by agents of funds, as far as it is for this country.</summary>
    public IEnumerable<(Guid Activity, decimal Amount)> Fees(MoneyStage stage) =>
        Count(stage).Balances.Where(b => b.Fee != 0m).Select(b => (b.Activity, Cents.Round(b.Fee * CountryOf(b.Activity).Here)));

    private LineJudgement JudgedOf(LedgerFlow flow, string? component, string? sector, bool serves)
    {
        var transaction = transactions[flow.Id];
        var answer = OdaAnswer.Holding(answers[flow.Activity], new(component, sector, transaction.Form, transaction.RecipientUnitId));
        var judged = Ground.Judge.Of(activities[flow.Activity], transaction, sector, answer);
        return new(judged.Decision.Verdict, judged.Decision.Rule?.Code, judged.Beside, SsrPurpose.ReachOf(sector, serves));
    }

    private KnownAmount LeftOut(Exclusion left) => new(left.Flow, GiverOf(left.Flow), null, null, null, left.Amount, left.Reason, left.Because);

    // The organisation that gave it where it is named, else the one that reports it.
    private Guid? GiverOf(LedgerFlow flow) => flow.Provider ?? Ground.StandingFor(activities[flow.Activity].ReporterId);

    private CountryPart CountryOf(Guid activity) => countries.TryGetValue(activity, out var part) ? part : countries[activity] = CountryPart.Of(activities[activity], Ground.Country);

    // Chains are counted whole before they are divided, because each link divides for itself.
    private (decimal Here, decimal Elsewhere, decimal Unsaid) PartsOf(Counted counted)
    {
        var transaction = transactions[counted.Flow.Id];
        var part = transaction.RecipientCountry is null && transaction.RecipientRegion is null
            ? CountryOf(transaction.ActivityId)
            : CountryPart.Of(activities[transaction.ActivityId], transaction, Ground.Country);
        return part.Here == 1m ? (counted.Amount, 0m, 0m)
            : Cents.Apportion(counted.Amount, [part.Here, part.Elsewhere, part.Unsaid]) is [var here, var elsewhere, var unsaid] ? (here, elsewhere, unsaid) : default;
    }

    private IEnumerable<(string? Component, string? Sector, string? Aim, decimal Amount)> Divided(LedgerFlow flow, decimal here)
    {
        // What is for one thing alone, as most money is, needs no division.
        if (SectorsOf(transactions[flow.Id]) is [{ Sectors: [var only] } whole] && AimsOf(flow.Activity) is [var goal])
        {
            return here == 0m ? [] : [(whole.Component, only.Code, goal.Word, here)];
        }

        return DividedInParts(flow, here);
    }

    private IEnumerable<(string? Component, string? Sector, string? Aim, decimal Amount)> DividedInParts(LedgerFlow flow, decimal here) =>
        from component in Split(here, SectorsOf(transactions[flow.Id]), c => c.Part)
        from sector in Split(component.Amount, component.Of.Sectors, s => s.Part)
        from aim in Split(sector.Amount, AimsOf(flow.Activity), a => a.Part)
        where aim.Amount != 0m
        select (component.Of.Component, sector.Of.Code, aim.Of.Word, aim.Amount);

    private static IEnumerable<(T Of, decimal Amount)> Split<T>(decimal amount, IReadOnlyList<T> parts, Func<T, decimal> part)
    {
        if (parts.Count == 1) return [(parts[0], amount)];
        var amounts = Cents.Apportion(amount, [.. parts.Select(part)]);
        return parts.Select((p, i) => (p, amounts[i]));
    }

    private IReadOnlyList<SectorPart> SectorsOf(Transaction transaction)
    {
        var (key, said) = transaction.Sectors.Count > 0 ? (transaction.Id, transaction.Sectors) : (transaction.ActivityId, activities[transaction.ActivityId].Sectors);
        return sectors.TryGetValue(key, out var known) ? known : sectors[key] = SectorPart.Of(said);
    }

    private IReadOnlyList<(string? Word, decimal Part)> AimsOf(Guid activity) =>
        Aims.Contains(activity) ? CountedSupport.Aims.Divided(Aims[activity].Where(a => a.IsAgreed)) : NoAims;

    private static readonly IReadOnlyList<(string? Word, decimal Part)> NoAims = [(null, 1m)];

    private LedgerActivity LedgerOf(Activity a) => new(a.Id, a.Identifier)
    {
        Reporter = Ground.StandingFor(a.ReporterId),
        OtherIdentifiers = a.OtherIdentifiers,
        Relations = a.Relations,
        SameAs = sameAs.TryGetValue(a.Id, out var standing) ? standing : null,
        FeeShare = a.FeeShare ?? 0m,
        Funders = [.. a.Parties.Where(p => p.Role == PartyRole.Funding).Select(p => Ground.StandingFor(p.PartnerId)).OfType<Guid>()],
    };

    private LedgerFlow LedgerOf(Transaction t)
    {
        var converted = Ground.InCurrency(t.Amount, t.Currency, t.ValuedOn);
        decimal? amount = converted is { } known && Math.Abs(known) < OutOfBounds ? Cents.Round(known) : null;
        return new(t.Id, t.ActivityId, t.Type!.Value, amount)
        {
            Provider = Ground.StandingFor(t.ProviderId),
            ProviderActivity = t.ProviderActivity,
            Receiver = Ground.StandingFor(t.ReceiverId),
            ReceiverActivity = t.ReceiverActivity,
            Date = t.Date,
            Unknown = amount is not null ? null
                : converted is not null ? ExclusionReason.OutOfBounds
                : t.Amount is null ? ExclusionReason.NoValue
                : t.ValuedOn is null ? ExclusionReason.NoDate
                : ExclusionReason.NoRate,
        };
    }
}
