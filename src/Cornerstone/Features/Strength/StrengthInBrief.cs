using Cornerstone.Values;

namespace Cornerstone.Features.Strength;

/// <summary>How many serve, as Secretary-General reports tell it: strength as at a day, authorised strength, share, women. Null is unknown, not zero.</summary>
public sealed record StrengthInBrief(DateOnly? AsAt, int? Serving, int? Authorised, int? Women)
{
    public Percentage? Filled => Serving is { } serving && Authorised is { } authorised ? Percentage.Of(serving, authorised) : null;

    public Percentage? WomenShare => Women is { } women && Serving is { } serving ? Percentage.Of(women, serving) : null;

    /// <summary>The latest day's counts; posts allowed are those of the latest day they were told on.</summary>
    public static StrengthInBrief Of(IReadOnlyList<InstitutionStrength> rows)
    {
        var asAt = rows.Where(r => r.Kind == StrengthKind.Actual).Max(r => (DateOnly?)r.AsAt);
        var serving = rows.Where(r => r.Kind == StrengthKind.Actual && r.AsAt == asAt).ToDictionary(r => r.Sex, r => r.People);
        var authorised = rows.Where(r => r.Kind == StrengthKind.Authorised && r.Sex == StrengthSex.All).MaxBy(r => r.AsAt)?.People;

        // A total as it was reported; else the parts, when none is missing.
        int? total = serving.TryGetValue(StrengthSex.All, out var all) ? all
            : serving.TryGetValue(StrengthSex.Women, out var women) && serving.TryGetValue(StrengthSex.Men, out var men)
                ? women + men + serving.GetValueOrDefault(StrengthSex.Unknown)
                : null;
        return new(asAt, total, authorised, serving.TryGetValue(StrengthSex.Women, out var counted) ? counted : null);
    }
}
