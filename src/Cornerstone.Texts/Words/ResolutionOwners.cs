using System.Globalization;

namespace Cornerstone.Texts;

/// <summary>Whose resolution a number is.</summary>
internal enum ResolutionOwner
{
    Unsaid,
    GeneralAssembly,
    HumanRightsCouncil,
    EconomicAndSocialCouncil,
    OtherBody,
    Draft,
}

internal static class ResolutionOwners
{
    /// <summary>The Assembly numbers by session since its thirty-first (1976).</summary>
    private const int FirstNumberedSession = 31;

    internal static ResolutionOwner Before(ReadOnlySpan<char> text, int resolutionWord)
    {
        var before = text[..Words.BackOverSpaces(text, resolutionWord)];
        if (Ends(before, "draft")) return ResolutionOwner.Draft;
        if (Ends(before, "Human Rights Council") || Ends(before, "Human Rights Council’s")) return ResolutionOwner.HumanRightsCouncil;
        if (Ends(before, "Economic and Social Council")) return ResolutionOwner.EconomicAndSocialCouncil;
        if (Ends(before, "Health Assembly") || Ends(before, "ICAO Assembly") || Ends(before, "Commission on Human Rights")) return ResolutionOwner.OtherBody;
        return Ends(before, "Assembly") || Ends(before, "UNGA") ? ResolutionOwner.GeneralAssembly : ResolutionOwner.Unsaid;
    }

    /// <summary>Null when it cannot be told whose it is.</summary>
    internal static string? SymbolOf(ResolutionOwner owner, int session, string number, ReadOnlySpan<char> text)
    {
        if (owner == ResolutionOwner.Unsaid)
        {
            owner = session is >= FirstNumberedSession and < 200 ? ResolutionOwner.GeneralAssembly
                : session < FirstNumberedSession && text.Contains("Human Rights Council", StringComparison.Ordinal) ? ResolutionOwner.HumanRightsCouncil
                : ResolutionOwner.OtherBody;
        }

        return owner switch
        {
            ResolutionOwner.GeneralAssembly when session >= FirstNumberedSession => string.Create(CultureInfo.InvariantCulture, $"A/RES/{session}/{number}"),
            ResolutionOwner.HumanRightsCouncil => string.Create(CultureInfo.InvariantCulture, $"A/HRC/RES/{session}/{number}"),
            ResolutionOwner.EconomicAndSocialCouncil => string.Create(CultureInfo.InvariantCulture, $"E/RES/{session}/{number}"),
            _ => null,
        };
    }

    private static bool Ends(ReadOnlySpan<char> before, string words) => before.EndsWith(words, StringComparison.OrdinalIgnoreCase);
}
