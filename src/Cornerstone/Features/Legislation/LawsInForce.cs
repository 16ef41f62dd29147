using Cornerstone.Data;
using Cornerstone.Features.Delineation;
using Cornerstone.Languages;

namespace Cornerstone.Features.Legislation;

/// <summary>Answers the matrix of roles: which laws there are, and which were in force on a day (rule R8).</summary>
public sealed class LawsInForce(AppDb db, Text T) : ILawsInForce
{
    public async Task<IReadOnlyList<CitedLaw>> OnAsync(string country, DateOnly day, CancellationToken ct)
    {
        var inForce = await db.LawsInForceAsync(country, day, null, ct);
        return [.. (await db.LawsOfAsync(country, ct)).Select(l => new CitedLaw(
            l.Id,
            l.Number is { } number ? T["{0} ({1})", l.Title.In(T.Language.Code), number] : l.Title.In(T.Language.Code),
            inForce.Contains(l.Id),
            l.Title.LanguageIn(T.Language.Code)))];
    }
}
