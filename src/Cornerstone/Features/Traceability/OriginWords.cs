using Cornerstone.Features.Commitments;
using Cornerstone.Languages;

namespace Cornerstone.Features.Traceability;

/// <summary>Where a paragraph came from, in words.</summary>
internal static class OriginWords
{
    public static string Origin(this Text T, ConcordanceLine line)
    {
        var change = line.ChangeIn(T.Language.Code);
        if (line.Earlier is not { } earlier)
        {
            return T["New in this resolution"];
        }

        var from = string.Join(T[", "], line.EarlierProvisions.Select(p => T.Paragraph(p)));
        return change.Length == 0
            ? T["As in {0}, {1}", T.NameOf(earlier), from]
            : T["From {0}, {1}. Change: {2}", T.NameOf(earlier), from, change];
    }
}
