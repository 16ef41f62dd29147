using System.Globalization;
using System.Text.RegularExpressions;

namespace Cornerstone.Texts;

/// <summary>What is worth telling about the references of a provision.</summary>
internal static partial class References
{
    internal static IEnumerable<Finding> Findings(Provision provision)
    {
        foreach (var reference in provision.References)
        {
            if (FindingOn(reference, provision.Id) is { } finding) yield return finding;
        }
    }

    private static Finding? FindingOn(Reference reference, string at) => reference.Status switch
    {
        ReferenceStatus.TypeMismatch => new Finding("type-mismatch", FindingSeverity.Warning, at, $"The text says resolution, but {reference.Symbol} is another kind of document."),
        ReferenceStatus.Unresolved => new Finding("D3", FindingSeverity.Notice, at, $"“{reference.Written}” names a document without its symbol.{Proposal(reference.Written)}"),
        ReferenceStatus.Ambiguous => new Finding("D3", FindingSeverity.Notice, at, $"“{reference.Written}” fits more than one document."),
        _ => WrongYear(reference, at),
    };

    private static string Proposal(string written) =>
        int.TryParse(written, CultureInfo.InvariantCulture, out var number) && ResolutionRegister.YearOf(number) is { } year ? $" It may be S/RES/{number} ({year})." : "";

    private static Finding? WrongYear(Reference reference, string at)
    {
        if (reference.Symbol is null || CouncilResolution().Match(reference.Symbol) is not { Success: true } match) return null;
        var number = int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);
        var year = SymbolGrammar.Year(match.Groups["y"].Value);
        return ResolutionRegister.Agrees(number, year) ? null
            : new Finding("D7", FindingSeverity.Warning, at, $"“{reference.Written}”: resolution {number} is of {ResolutionRegister.YearOf(number)}, not {year}.");
    }

    [GeneratedRegex(@"^S/RES/(?<n>\d+) \((?<y>\d{4})\)$", RegexOptions.ExplicitCapture)]
    private static partial Regex CouncilResolution();
}
