namespace Cornerstone.Values;

/// <summary>A rule says no: a stable code and its facts, translated at the edge. Null means done.</summary>
public sealed record Refusal(string Code, params IReadOnlyList<object> Facts)
{
    public override string ToString() => Facts.Count == 0 ? Code : $"{Code} ({string.Join(", ", Facts)})";
}
