using Cornerstone.Languages;

namespace Cornerstone.Features.SupportTwins;

/// <summary>Reasons in the reader's words.</summary>
public static class TwinWords
{
    public static string Of(this Text T, LikenessReason reason) => reason switch
    {
        LikenessReason.SameIdentifier => T["one names the other"],
        LikenessReason.LikeTitle => T["like titles"],
        LikenessReason.SameOrganisation => T["the same organization"],
        LikenessReason.LikeDates => T["near dates"],
        _ => T["amounts within two per cent"],
    };
}
