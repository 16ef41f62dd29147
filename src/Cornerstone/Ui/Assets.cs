using System.Collections.Frozen;
using System.Text;
using Cornerstone.Charts;

namespace Cornerstone.Ui;

/// <summary>
/// The program's styles, scripts and pictures, read from the folder "assets" beside it. Style sheets become one file
/// in the order of their names, after that of the charts.
/// </summary>
public sealed class Assets
{
    public const string Styles = "cornerstone.css";
    private readonly FrozenDictionary<string, Asset> _byName;
    private readonly FrozenDictionary<string, Asset> _byAddress;

    public Assets()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "assets")).Order(StringComparer.Ordinal).ToList();
        var sheets = files.Where(f => f.EndsWith(".css", StringComparison.Ordinal)).Select(File.ReadAllText);
        var others = files.Where(f => !f.EndsWith(".css", StringComparison.Ordinal));
        _byName = others
            .Select(f => (Name: Path.GetFileName(f), Content: File.ReadAllBytes(f)))
            .Append((Name: Styles, Content: Encoding.UTF8.GetBytes(StyleSheet.Minified(ChartStyles.Css + string.Concat(sheets)))))
            .ToFrozenDictionary(f => f.Name, f => new Asset(f.Name, f.Content));
        _byAddress = _byName.Values.ToFrozenDictionary(a => a.Address);
    }

    /// <summary>Null when the file is not there: every page works without its scripts.</summary>
    public string? AddressOf(string name) => _byName.GetValueOrDefault(name)?.Address;

    public Asset? At(string address) => _byAddress.GetValueOrDefault(address);
}
