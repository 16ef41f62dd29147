using System.Globalization;
using System.Text;
using Cornerstone.Access;

namespace Cornerstone.Features.SupportSheets;

/// <summary>The country a table is read for, by all it is called here: a table of the world tells of others too.</summary>
internal sealed class TableCountry(string code, IEnumerable<string> names)
{
    private readonly HashSet<string> known = [Plain(code), .. names.Select(Plain)];

    public static TableCountry Of(Workspace workspace) => new(workspace.Code, workspace.Names.Values);

    public bool Is(string written) => known.Contains(Plain(written));

    // Letters only, without accents and capitals: "Côte d'Ivoire", "COTE D’IVOIRE".
    private static string Plain(string name) => new([.. name.Normalize(NormalizationForm.FormD).ToLowerInvariant().Where(char.IsLetter).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)]);
}
