using System.Numerics;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;

namespace Cornerstone.Features.CountedSupport;

/// <summary>What of an activity ties it to others.</summary>
internal sealed record TiedActivity(Guid Id, string Identifier, Guid? ReporterId, IReadOnlyList<string> OtherIdentifiers, IReadOnlyList<ActivityRelation> Relations, IReadOnlyList<ActivityParty> Parties)
{
    public static TiedActivity Of(Activity a) => new(a.Id, a.Identifier, a.ReporterId, a.OtherIdentifiers, a.Relations, a.Parties);
}

/// <summary>What of a transaction ties its activity to others.</summary>
internal sealed record TiedFlow(Guid ActivityId, TransactionType Type, Guid? ProviderId, string? ProviderActivity, Guid? ReceiverId, string? ReceiverActivity)
{
    public static TiedFlow Of(Transaction t) => new(t.ActivityId, t.Type!.Value, t.ProviderId, t.ProviderActivity, t.ReceiverId, t.ReceiverActivity);
}

/// <summary>
/// Ties as numbers that stand for names and for pairs of organisations. That two should come to the same number by chance ties
/// families that need not be, which changes nothing.
/// </summary>
internal sealed record LedgerTies(HashSet<ulong> Names, HashSet<ulong> Pays, HashSet<ulong> Claims)
{
    private static readonly TransactionType[] Outward = [.. Enum.GetValues<MoneyStage>().Select(s => s.Outward())];
    private static readonly TransactionType[] Inward = [.. Enum.GetValues<MoneyStage>().Select(s => s.Inward())];

    public LedgerTies() : this([], [], [])
    {
    }

    /// <param name="standing">From an organisation to the one that stands for it.</param>
    public void Add(TiedActivity activity, Func<Guid?, Guid?> standing)
    {
        Add(activity.Identifier);
        foreach (var other in activity.OtherIdentifiers) Add(other);
        foreach (var relation in activity.Relations) Add(relation.Identifier);
        var reporter = standing(activity.ReporterId);
        foreach (var party in activity.Parties)
        {
            if (party.Role == PartyRole.Funding) Add(Claims, standing(party.PartnerId), reporter);
        }
    }

    public void Add(TiedFlow flow, Guid? reporter, Func<Guid?, Guid?> standing)
    {
        Add(flow.ProviderActivity);
        Add(flow.ReceiverActivity);
        if (Outward.Contains(flow.Type)) Add(Pays, standing(flow.ProviderId) ?? reporter, standing(flow.ReceiverId));
        if (Inward.Contains(flow.Type)) Add(Claims, standing(flow.ProviderId), reporter);
    }

    public void Clear()
    {
        Names.Clear();
        Pays.Clear();
        Claims.Clear();
    }

    private void Add(string? name)
    {
        if (name is { Length: > 0 }) Names.Add(NumberOf(name.AsSpan().Trim()));
    }

    private static void Add(HashSet<ulong> pairs, Guid? giver, Guid? receiver)
    {
        if (giver is { } from && receiver is { } to && from != to) pairs.Add(BitOperations.RotateLeft(NumberOf(from), 1) ^ NumberOf(to));
    }

    private static ulong NumberOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return unchecked(BitConverter.ToUInt64(bytes[..8]) * Spread) ^ BitConverter.ToUInt64(bytes[8..]);
    }

    // Names are one whatever their case.
    private static ulong NumberOf(ReadOnlySpan<char> name)
    {
        var number = 14695981039346656037UL;
        foreach (var letter in name)
        {
            number = unchecked((number ^ char.ToUpperInvariant(letter)) * Spread);
        }

        return number;
    }

    // The prime of Fowler, Noll and Vo's 64-bit hash (RFC 9923).
    private const ulong Spread = 1099511628211UL;
}
