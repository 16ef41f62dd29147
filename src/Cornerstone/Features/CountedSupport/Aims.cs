using System.Globalization;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Features.SupportMeasures;

namespace Cornerstone.Features.CountedSupport;

/// <summary>That an activity serves something in the national plan: agreed by its owner, or only said by the partner.</summary>
public sealed record Aim(Guid Lineage, decimal? Share, bool IsAgreed)
{
    /// <summary>Null where it was declined.</summary>
    public static Aim? Of(ActivityAlignment alignment) =>
        alignment.State == AlignmentState.Declined ? null : new(alignment.Lineage, alignment.Share, alignment.State == AlignmentState.Agreed);
}

/// <summary>
/// Aims of one activity in one word, so that the many activities with the same aims share it; and its money divided by them. Which
/// objective an aim belongs to says the plan when it is asked: money is counted once, whatever becomes of the plan.
/// </summary>
public static class Aims
{
    private const char Beside = ';';
    private const char Within = '|';
    private const char Together = '+';
    private const char Open = '?';

    public static string? Write(IEnumerable<Aim> aims)
    {
        var words = aims.Select(a => string.Create(CultureInfo.InvariantCulture, $"{(a.IsAgreed ? 'A' : 'P')}{Within}{a.Lineage:N}{Within}{a.Share}")).Order(StringComparer.Ordinal).ToList();
        return words.Count == 0 ? null : string.Join(Beside, words);
    }

    public static IReadOnlyList<Aim> Read(string? written) => written is null ? [] :
    [
        .. written.Split(Beside).Select(w => w.Split(Within)).Select(w =>
            new Aim(Guid.ParseExact(w[1], "N"), w[2].Length == 0 ? null : decimal.Parse(w[2], CultureInfo.InvariantCulture), w[0] == "A")),
    ];

    /// <summary>A whole. The word is one aim, several of which nobody said how much serves which, or null for none.</summary>
    public static IReadOnlyList<(string? Word, decimal Part)> Divided(IEnumerable<Aim> aims)
    {
        var all = aims.ToList();
        return
        [
            .. LedgerShares.Of(all.Select(a => (a.Lineage.ToString("N"), a.Share))).Select(s => (s.Kind switch
            {
                ShareKind.Declared => s.Code,
                ShareKind.Undivided => Open + string.Join(Together, all.Where(a => a.Share is null).Select(a => a.Lineage.ToString("N")).Order(StringComparer.Ordinal)),
                _ => null,
            }, s.Part)),
        ];
    }

    /// <summary>What a word of <see cref="Divided"/> names, and whether nobody said how much serves which.</summary>
    internal static (IReadOnlyList<Guid> Lineages, bool IsOpen) Named(string word) =>
        ([.. word.TrimStart(Open).Split(Together).Select(w => Guid.ParseExact(w, "N"))], word[0] == Open);

    /// <summary>How far an activity serves the plan: one for what is agreed, half for what only the partner says (domain handbook §5.8).</summary>
    public static decimal WeightOf(string? written, PlanObjectives plan)
    {
        var aims = Read(written);
        var (agreed, said) = (Served(aims.Where(a => a.IsAgreed), plan), Served(aims.Where(a => !a.IsAgreed), plan));
        return (agreed * AlignmentShare.WeightOf(AlignmentWord.AgreedByOwner)) + (Math.Min(said, 1m - agreed) * AlignmentShare.WeightOf(AlignmentWord.ByPartnerOnly));
    }

    private static decimal Served(IEnumerable<Aim> aims, PlanObjectives plan) => Divided(aims).Where(p => plan.Of(p.Word) != LedgerQuestion.Undeclared).Sum(p => p.Part);
}

/// <summary>Which objective of the plan in force each of its nodes belongs to.</summary>
public sealed class PlanObjectives(IReadOnlyDictionary<Guid, Guid> objectives)
{
    public static readonly PlanObjectives None = new(new Dictionary<Guid, Guid>());

    public Guid? Of(Guid lineage) => objectives.TryGetValue(lineage, out var objective) ? objective : null;

    /// <summary>As a value of <see cref="LedgerAxis.Objective"/>. What served something that is no longer in the plan serves none of it.</summary>
    public string Of(string? word) => word is null ? LedgerQuestion.Undeclared
        : Aims.Named(word) is { IsOpen: true } several ? several.Lineages.All(objectives.ContainsKey) ? LedgerQuestion.Shared : LedgerQuestion.Undeclared
        : Of(Aims.Named(word).Lineages[0])?.ToString() ?? LedgerQuestion.Undeclared;
}
