using Cornerstone.Disclosure;
using Cornerstone.Features.Support;
using Cornerstone.Published;

namespace Cornerstone.Features.SupportPublishing;

/// <summary>
/// What ties amounts to each other for somebody who reads everything: a payment is what its receiver reports, and the stages of one
/// activity come to the same in the end. By these ties an amount kept back must not be found; what would tell it is kept back with it.
/// </summary>
internal static class MoneyLinks
{
    private static readonly (TransactionType Out, TransactionType In)[] Ends =
    [
        (TransactionType.Disbursement, TransactionType.IncomingFunds),
        (TransactionType.OutgoingCommitment, TransactionType.IncomingCommitment),
        (TransactionType.OutgoingPledge, TransactionType.IncomingPledge),
    ];

    /// <summary>Lines that would tell an amount kept back, beside those kept back themselves.</summary>
    public static IReadOnlySet<Guid> AlsoKept(IReadOnlyList<SupportDraft> drafts, ILookup<Guid, SupportWithholding> withheld)
    {
        var amounts = new List<Amount>();
        foreach (var draft in drafts)
        {
            var whole = withheld[draft.Activity.Id].Any(w => w.Part is PublicPart.Everything or PublicPart.Money);
            var single = withheld[draft.Activity.Id].Select(w => w.LineId).ToHashSet();
            amounts.AddRange(draft.Lines.Where(l => l.Told is { Amount: not null, Currency: not null })
                .Select(l => new Amount(l.Id, draft.Told, l.Told, whole || single.Contains(l.Id))));
        }

        // What is tied to nothing kept back in its own currency needs no thought.
        var kept = new HashSet<Guid>();
        foreach (var currency in amounts.GroupBy(a => a.Line.Currency).Where(g => g.Any(a => a.IsKept)))
        {
            List<Amount> all = [.. currency];
            var place = all.Select((a, i) => (a.Id, i)).ToDictionary(p => p.Id, p => p.i);
            var sums = Sums(all).Select(s => new SumTie([.. s.Left.Select(a => place[a.Id])], [.. s.Right.Select(a => place[a.Id])])).ToList();
            var secret = Enumerable.Range(0, all.Count).Where(i => all[i].IsKept).ToHashSet();
            kept.UnionWith(SumProtection.AlsoHidden(sums, [.. all.Select(a => a.Line.Amount!.Value)], secret).Select(i => all[i].Id));
        }

        return kept;
    }

    private static IEnumerable<(List<Amount> Left, List<Amount> Right)> Sums(List<Amount> all) =>
        all.GroupBy(a => a.Activity.Identifier).SelectMany(g => Stages([.. g])).Concat(Passed(all)).Where(s => s.Left.Count > 0 && s.Right.Count > 0);

    // In the order money goes: what is pledged is committed, planned, received and paid out.
    private static IEnumerable<(List<Amount> Left, List<Amount> Right)> Stages(List<Amount> of)
    {
        List<List<Amount>> stages =
        [
            [.. of.Where(a => a.Is(TransactionType.IncomingPledge))],
            [.. of.Where(a => a.Is(TransactionType.OutgoingPledge))],
            [.. of.Where(a => a.Is(TransactionType.IncomingCommitment))],
            [.. of.Where(a => a.Is(TransactionType.OutgoingCommitment))],
            [.. of.Where(a => a.Line.Kind == PublicLineKind.Budget)],
            [.. of.Where(a => a.Line.Kind == PublicLineKind.PlannedDisbursement)],
            [.. of.Where(a => a.Is(TransactionType.IncomingFunds))],
            [.. of.Where(a => a.Is(TransactionType.Disbursement) || a.Is(TransactionType.Expenditure))],
        ];
        var there = stages.FindAll(s => s.Count > 0);
        return there.Zip(there.Skip(1));
    }

    // The giver names the receiving activity, the receiver the giving one, or both.
    private static IEnumerable<(List<Amount> Left, List<Amount> Right)> Passed(List<Amount> all)
    {
        foreach (var (outward, inward) in Ends)
        {
            var given = all.Where(a => a.Is(outward)).ToLookup(a => a.Activity.Identifier);
            var taken = all.Where(a => a.Is(inward)).ToLookup(a => a.Activity.Identifier);
            var pairs = given.SelectMany(g => g, (g, a) => (From: g.Key, To: a.Line.Receiver?.Activity))
                .Concat(taken.SelectMany(g => g, (g, a) => (From: a.Line.Provider?.Activity ?? "", To: (string?)g.Key)))
                .Where(p => p.To is not null && given.Contains(p.From) && taken.Contains(p.To)).Distinct();
            foreach (var (from, to) in pairs)
            {
                yield return (Best(given[from], a => a.Line.Receiver, to!, ReporterOf(taken[to!])), Best(taken[to!], a => a.Line.Provider, from, ReporterOf(given[from])));
            }
        }
    }

    // Those that name the other activity; where none does, those that name its organisation; else those that name nobody.
    private static List<Amount> Best(IEnumerable<Amount> lines, Func<Amount, PublicParty?> other, string activity, string? organisation)
    {
        List<Amount> all = [.. lines];
        return all.FindAll(a => other(a)?.Activity == activity) is { Count: > 0 } named ? named
            : all.FindAll(a => other(a)?.Activity is null && other(a)?.Reference is { } reference && reference == organisation) is { Count: > 0 } known ? known
            : all.FindAll(a => other(a) is null or { Activity: null, Reference: null });
    }

    private static string? ReporterOf(IEnumerable<Amount> lines) => lines.First().Activity.Reporter?.Reference;

    private sealed record Amount(Guid Id, PublishedActivity Activity, PublishedLine Line, bool IsKept)
    {
        public bool Is(TransactionType type) => Line.Kind == PublicLineKind.Transaction && Line.Stage?.Code == ((int)type).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
