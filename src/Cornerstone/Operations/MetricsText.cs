using System.Globalization;
using System.Text;

namespace Cornerstone.Operations;

/// <summary>The text format that Prometheus and its kin read.</summary>
internal sealed class MetricsText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";
    private readonly StringBuilder text = new();

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Escape(string label) => label.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    public void Begin(string name, string help, string type) => text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");

    public void Line(string name, double value, string labels) => text.Append(CultureInfo.InvariantCulture, $"{name}{{{labels}}} {Number(value)}\n");

    /// <param name="value">Null is unknown: the figure is left out.</param>
    public void Gauge(string name, string help, double? value)
    {
        if (value is null) return;

        Begin(name, help, "gauge");
        text.Append(CultureInfo.InvariantCulture, $"{name} {Number(value.Value)}\n");
    }

    public override string ToString() => text.ToString();
}
