using System.Globalization;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Values;
using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Features.CountedSupport;

/// <summary>What part of an amount is asked for.</summary>
public enum Weighing
{
    /// <summary>What serves the plan: whole where it is agreed, half where only the partner says so.</summary>
    Alignment,

    /// <summary>Of a pledge, as likely as it is thought to be.</summary>
    Probability,
}

/// <summary>What of the ledger is asked for; all of it stands in the address.</summary>
public sealed record LedgerQuestion(LedgerView View, MoneyStage Stage, string Currency)
{
    /// <summary>Asks for money of which nobody said it: no component is declared, no organisation named, no objective served.</summary>
    public const string Undeclared = "none";

    /// <summary>Asks for money that serves several objectives, and nobody said how much of it which.</summary>
    public const string Shared = "shared";

    /// <summary>Asks for lines with these values only.</summary>
    public IReadOnlyDictionary<LedgerAxis, string> Only { get; init; } = new Dictionary<LedgerAxis, string>();

    /// <summary>Asks for what serves any objective of the plan.</summary>
    public bool Serving { get; init; }

    /// <summary>Asks for a part of each amount only.</summary>
    public Weighing? Weigh { get; init; }

    /// <summary>Asks for what of commitments or pledges is for a span of days.</summary>
    public DateOnly? From { get; init; }

    /// <inheritdoc cref="From"/>
    public DateOnly? Until { get; init; }

    /// <summary>Asks for what was left out for this reason.</summary>
    public ExclusionReason? Reason { get; init; }

    /// <summary>What it is about has no transaction whose activity serves nothing in the plan.</summary>
    internal bool IsAimed => Serving || Weigh == Weighing.Alignment || (Only.TryGetValue(LedgerAxis.Objective, out var objective) && objective != Undeclared && Reason is null);

    /// <summary>Told apart by what money is for: what is left out is not divided by that, and is told without it.</summary>
    public bool IsDivided => Only.Keys.Any(a => a.IsDivided);

    public Period? Window => From is { } from && Until is { } until && until >= from ? new(from, until) : null;

    /// <param name="value">Null takes the condition away.</param>
    public LedgerQuestion With(LedgerAxis axis, string? value)
    {
        var only = new Dictionary<LedgerAxis, string>(Only);
        only.Remove(axis);
        if (value is not null) only[axis] = value;
        return this with { Only = only };
    }

    public LedgerQuestion Wide() => new(View, Stage, Currency);

    public IEnumerable<KeyValuePair<string, string?>> Words() => new Dictionary<string, string?>
    {
        ["view"] = View.ToString(),
        ["stage"] = Stage.ToString(),
        ["currency"] = Currency,
        ["weigh"] = Weigh?.ToString(),
        ["from"] = From?.ToString("O", CultureInfo.InvariantCulture),
        ["until"] = Until?.ToString("O", CultureInfo.InvariantCulture),
        ["reason"] = Reason?.ToString(),
    }.Concat(Only.OrderBy(o => o.Key.Word, StringComparer.Ordinal).Select(o => KeyValuePair.Create<string, string?>(o.Key.Word, o.Value))).Where(w => w.Value is not null);

    public string AddressOn(string path) => QueryHelpers.AddQueryString(path, Words());
}
