using System.Globalization;

namespace Cornerstone.Charts;

/// <summary>What a chart says about itself.</summary>
/// <param name="Title">Names the chart for those who do not see it; pages print it as the heading above.</param>
/// <param name="Description">What the chart shows, in a sentence or two.</param>
/// <param name="CategoryHeading">Heading of the first column of the data table, such as "Year".</param>
/// <param name="Unit">Shown small above the value axis, such as "million USD".</param>
public sealed record ChartText(string Title, string Description, string CategoryHeading, string? Unit = null);

/// <summary>Words the chart needs and cannot translate itself.</summary>
/// <param name="Unknown">Long form, for the table and tooltips: "unknown".</param>
/// <param name="NotApplicable">"n/a"</param>
/// <param name="Empty">"No data to show."</param>
/// <param name="Total">"Total"</param>
/// <param name="UnknownMark">Short form that fits a cell: "?", in Arabic "؟".</param>
public sealed record ChartLabels(string Unknown, string NotApplicable, string Empty, string Total, string UnknownMark = "?");

/// <summary>How a chart is drawn. Draw the same chart twice, wide and narrow (with two prefixes), and let the page show one:
/// the classes <c>chart-wide</c> and <c>chart-narrow</c> of the style sheet do that.</summary>
/// <param name="Culture">Formats numbers. Pass a culture of your own where the platform's is not what readers expect.</param>
/// <param name="RightToLeft">Mirrors the layout: value axis on the right, categories from right to left.</param>
/// <param name="Width">In CSS pixels; 720 suits a page and 360 a phone.</param>
/// <param name="IdPrefix">Makes element ids unique on the page: letters, digits and hyphens, beginning with a letter.</param>
public sealed record ChartOptions(CultureInfo Culture, bool RightToLeft, int Width, string IdPrefix, ChartLabels Labels)
{
    private const int Narrowest = 80;
    private const int Widest = 4000;

    /// <summary>In CSS pixels; null lets the chart choose what suits its width and content.</summary>
    public int? Height { get; init; }

    internal string Id(string part) => $"{IdPrefix}-{part}";

    internal void Check()
    {
        if (Width is < Narrowest or > Widest)
            throw new ArgumentOutOfRangeException(nameof(Width), Width, $"A chart is between {Narrowest} and {Widest} pixels wide.");
        if (IdPrefix.Length == 0 || !char.IsAsciiLetter(IdPrefix[0]) || !IdPrefix.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            throw new ArgumentException($"'{IdPrefix}' cannot begin an id.", nameof(IdPrefix));
    }
}
