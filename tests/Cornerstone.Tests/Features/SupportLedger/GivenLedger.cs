using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;

namespace Cornerstone.Tests.Features.SupportLedger;

/// <summary>Activities and flows by short names: "D" for the donor's activity and the donor itself, day 1 unless said otherwise.</summary>
internal sealed class GivenLedger
{
    private readonly List<LedgerActivity> activities = [];
    private readonly List<LedgerFlow> flows = [];

    public IReadOnlyList<LedgerActivity> Activities => activities;

    public IReadOnlyList<LedgerFlow> Flows => flows;

    public static Guid Id(string name)
    {
        var bytes = new byte[16];
        System.Text.Encoding.UTF8.GetBytes(name.Length > 16 ? name[..16] : name, bytes);
        return new(bytes, bigEndian: true);
    }

    public GivenLedger Activity(string name, string? reporter = null, string? sameAs = null, decimal fee = 0m, string[]? funders = null, string[]? alsoKnownAs = null, params (RelationKind Kind, string To)[] relations)
    {
        activities.Add(new(Id(name), name)
        {
            Reporter = Id("org " + (reporter ?? name)),
            SameAs = sameAs is null ? null : Id(sameAs),
            FeeShare = fee,
            Funders = [.. (funders ?? []).Select(f => Id("org " + f))],
            OtherIdentifiers = alsoKnownAs ?? [],
            Relations = [.. relations.Select(r => new ActivityRelation(r.Kind, r.To))],
        });
        return this;
    }

    public GivenLedger Pays(string from, decimal? amount, string? to = null, string? toOrganisation = null, string? provider = null, string day = "2024-03-01") =>
        Flow(from, TransactionType.Disbursement, amount, day, provider: provider, receiver: toOrganisation, receiverActivity: to);

    public GivenLedger Receives(string at, decimal? amount, string? from = null, string? fromOrganisation = null, string day = "2024-03-02") =>
        Flow(at, TransactionType.IncomingFunds, amount, day, provider: fromOrganisation, providerActivity: from);

    public GivenLedger Spends(string at, decimal? amount, string day = "2024-06-01") => Flow(at, TransactionType.Expenditure, amount, day);

    public GivenLedger Flow(
        string at, TransactionType type, decimal? amount, string day, string? provider = null, string? providerActivity = null, string? receiver = null, string? receiverActivity = null)
    {
        flows.Add(new(Id($"flow {flows.Count:00000}"), Id(at), type, amount)
        {
            Provider = provider is null ? null : Id("org " + provider),
            ProviderActivity = providerActivity,
            Receiver = receiver is null ? null : Id("org " + receiver),
            ReceiverActivity = receiverActivity,
            Date = DateOnly.Parse(day),
        });
        return this;
    }

    public LedgerCount Count(MoneyStage stage = MoneyStage.Paid) => new EachDollarOnce(new()).Count(activities, flows, stage);
}
