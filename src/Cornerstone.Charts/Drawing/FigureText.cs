namespace Cornerstone.Charts.Drawing;

/// <summary>Figures in words: "≈ 303", "3–6", "&lt; 10", "unknown". The signs are understood in every language of the program.</summary>
internal sealed class FigureText(ChartOptions options)
{
    private readonly NumberText numbers = new(options);

    /// <summary>For tables and tooltips.</summary>
    public string Exact(ChartFigure figure) => Of(figure, numbers.Exact, options.Labels.Unknown, options.Labels.NotApplicable);

    /// <summary>For marks: about three digits, and the short mark of what is unknown.</summary>
    public string Short(ChartFigure figure) => Of(figure, amount => Isolated(numbers.Short(amount)), options.Labels.UnknownMark, options.Labels.NotApplicable);

    public ChartTableCell Cell(ChartFigure figure, string? href = null) => new(Exact(figure), figure.State == ChartValueState.Known, href);

    /// <summary>"5 → 15"; the arrow points the way people read.</summary>
    public string Change(ChartFigure from, ChartFigure to) =>
        $"{Isolated(Short(from))} {(options.RightToLeft ? '←' : '→')} {Isolated(Short(to))}";

    private string Isolated(string text) => options.RightToLeft ? Bidi.Isolated(text) : text;

    private string Of(ChartFigure figure, Func<decimal, string> write, string unknown, string notApplicable) => figure.State switch
    {
        ChartValueState.Unknown => unknown,
        ChartValueState.NotApplicable => notApplicable,
        _ => (figure.IsApproximate ? "≈ " : "") + Known(figure, write),
    };

    private string Known(ChartFigure figure, Func<decimal, string> write)
    {
        var high = write(figure.High.GetValueOrDefault());
        // The sign would be turned round in a right-to-left line.
        if (figure.Low is not { } low) return options.RightToLeft ? Bidi.Isolated($"< {high}") : $"< {high}";
        if (!figure.IsInterval) return high;

        // Minus signs and the dash between would run together.
        return low < 0 ? $"{write(low)} – {high}" : $"{write(low)}–{high}";
    }
}
