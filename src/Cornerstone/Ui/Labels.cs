using Cornerstone.Access;
using Cornerstone.Charts;
using Cornerstone.Languages;
using Cornerstone.Values;

namespace Cornerstone.Ui;

/// <summary>Words for the values that every room shows.</summary>
public static class Labels
{
    public static string Of(this Text T, MenuGroup group) => group switch
    {
        MenuGroup.Promises => T["Promises"],
        MenuGroup.Plan => T["Plan"],
        MenuGroup.Money => T["Money"],
        MenuGroup.Safeguards => T["Safeguards"],
        MenuGroup.Together => T["Together"],
        MenuGroup.Tell => T["Tell"],
        _ => T["Administration"],
    };

    public static string Of(this Text T, Classification level) => level switch
    {
        Classification.Public => T["Public"],
        Classification.Partner => T["Partner"],
        Classification.Government => T["Government"],
        _ => T["Restricted"],
    };

    /// <summary>How charts are drawn for this reader: <see cref="Tags.ChartTag"/> asks for a wide and a narrow one.</summary>
    public static ChartOptions Drawing(this Text T, string id, int width)
    {
        var labels = new ChartLabels(T["unknown"], T["n/a"], T["No data to show."], T["Total"], T["?"]);
        return new(T.Language.Culture, T.Language.Direction == "rtl", width, id, labels);
    }
}
