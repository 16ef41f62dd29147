using Cornerstone.Features.Support;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.SupportFiles;

/// <summary>What was found in a file, as a list for its publisher.</summary>
internal static class FindingsExport
{
    public static ListExport<FileFinding> Of(IReadOnlyList<FileFinding> findings, string file, Text T) => new("findings", T["What was found in the file"], findings)
    {
        Columns =
        [
            new(T["Grade"], f => f.Severity == "Error" ? T["Error"] : T["Warning"], Width: 12),
            new(T["Rule"], f => f.Rule, Width: 12),
            new(T["Activity"], f => f.Activity, Width: 32),
            new(T["Line"], f => f.Line, CellKind.Number, 10),
            new(T["Where"], f => f.Path, Width: 44),
            new(T["What was found"], f => f.Message, Width: 70),
        ],
        Source = file,
    };
}
