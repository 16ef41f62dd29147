using System.Globalization;

namespace Cornerstone.Charts.Tests;

/// <summary>Charts of invented figures, shared by the approval files and the accessibility tests.</summary>
internal static class Samples
{
    private static readonly string[] Years = ["2017", "2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"];
    private static readonly string[] ArabicPillars = ["إصلاح الشرطة", "العدالة والسجون", "إدارة الدفاع", "الرقابة والبرلمان", "إدارة الحدود", "النوع الاجتماعي والمجتمع"];
    private static readonly string[] Pillars = ["Police reform", "Justice and corrections", "Defence governance", "Oversight and parliament", "Border management", "Gender and community"];

    public static readonly ChartLabels English = new("unknown", "n/a", "No data to show yet.", "Total");
    public static readonly ChartLabels Arabic = new("غير معروف", "لا ينطبق", "لا توجد بيانات لعرضها بعد.", "المجموع", "؟");

    public static ChartOptions Options(bool rtl = false, int width = 720, string prefix = "c") =>
        new(Culture(rtl ? "ar" : "en"), rtl, width, prefix, rtl ? Arabic : English);

    /// <summary>Latin digits with the separators readers of the language expect, as a deployment declares them.</summary>
    public static CultureInfo Culture(string language)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        return language switch
        {
            "ar" => Named("ar"),
            "fr" => Named("fr"),
            _ => culture,
        };
    }

    public static IReadOnlyDictionary<string, Func<ChartOptions, Chart>> All { get; } = new Dictionary<string, Func<ChartOptions, Chart>>(PlanSamples.All.Concat(FlowSamples.All))
    {
        ["line"] = o => Line(o.RightToLeft).Draw(o),
        ["line-single"] = o => SingleLine(o.RightToLeft).Draw(o),
        ["bars-stacked"] = o => Stacked(o.RightToLeft).Draw(o),
        ["bars-grouped"] = o => Grouped(o.RightToLeft).Draw(o),
        ["bars-lying"] = o => Lying(o.RightToLeft).Draw(o),
        ["bars-lying-stacked"] = o => (Stacked(o.RightToLeft) with { Direction = BarDirection.Horizontal }).Draw(o),
        ["heatmap"] = o => Heat(o.RightToLeft).Draw(o),
        ["heatmap-change"] = o => HeatOfChange(o.RightToLeft).Draw(o),
        ["relations"] = o => Relations(o.RightToLeft).Draw(o),
        ["sparkline"] = o => Spark(o.RightToLeft).Draw(o with { Width = 120 }),
        ["empty"] = o => (Line(o.RightToLeft) with { Series = [] }).Draw(o),
    };

    private static CultureInfo Named(string language)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(language).Clone();
        if (language == "ar") culture.NumberFormat = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        return culture;
    }

    public static LineChart Line(bool rtl) => new(
        Text(rtl, "Commitments and disbursements against target", "الالتزامات والمدفوعات مقابل الهدف", "USD", "دولار"),
        Years,
        [
            new(rtl ? "ملتزم به" : "Committed", Values(41, 48, 57, 52, 66, 81, 92, 88, 104, 112)),
            new(rtl ? "مدفوع" : "Disbursed", [30_000_000m, 37_000_000m, 44_000_000m, ChartValue.Unknown, 51_000_000m, 63_000_000m, 78_000_000m, 80_000_000m, 91_000_000m, ChartValue.NotApplicable]),
            new(rtl ? "الهدف" : "Target", Values(40, 46, 52, 58, 64, 70, 80, 90, 100, 110), SeriesRole.Target),
        ]);

    public static LineChart SingleLine(bool rtl) => new(
        Text(rtl, "Resolutions that mention security sector reform", "القرارات التي تذكر إصلاح القطاع الأمني"),
        [.. Enumerable.Range(1995, 32).Select(y => $"{y}")],
        [new(rtl ? "قرارات" : "Resolutions", [.. Enumerable.Range(0, 32).Select(i => i is 7 or 8 ? ChartValue.Unknown : (decimal)(i * i % 17 + i / 2))])]);

    public static BarChart Stacked(bool rtl) => new(
        Text(rtl, "Annual spending by reform pillar", "الإنفاق السنوي حسب ركيزة الإصلاح", "million USD", "مليون دولار"),
        Years,
        [.. Enumerable.Range(0, 6).Select(s => new Series(Names(rtl)[s], [.. Enumerable.Range(0, 10)
            .Select(i => s == 5 && i == 4 ? ChartValue.Unknown : (decimal)(5 + (s * 7 + i * 5) % 11 + (i > 2 ? 3 : 0)))]))],
        BarLayout.Stacked,
        IsSequence: true);

    public static BarChart Grouped(bool rtl) => new(
        Text(rtl, "Change in staff by institution", "التغير في عدد الموظفين حسب المؤسسة"),
        Names(rtl),
        [
            new(rtl ? "نساء" : "Women", [120m, -35m, 60m, ChartValue.Unknown, 15m, 0m]),
            new(rtl ? "رجال" : "Men", [-80m, -60m, 110m, 45m, ChartValue.NotApplicable, 12m]),
        ]);

    public static BarChart Lying(bool rtl) => new(
        Text(rtl, "Provisions by theme", "الأحكام حسب الموضوع"),
        rtl
            ? ["الملكية الوطنية", "المساءلة والرقابة البرلمانية على قطاع الأمن", "مشاركة المرأة", "نزع السلاح والتسريح وإعادة الإدماج", "مكافحة الإرهاب"]
            : ["National ownership", "Accountability and parliamentary oversight of the security sector", "Women's participation", "Disarmament, demobilization and reintegration", "Counter-terrorism"],
        [new(rtl ? "أحكام" : "Provisions", [1_204m, 860m, 412m, ChartValue.Unknown, 0m])],
        Direction: BarDirection.Horizontal);

    public static HeatMap Heat(bool rtl) => new(
        Text(rtl, "Language on gender by theme and year", "لغة النوع الاجتماعي حسب الموضوع والسنة"),
        Years,
        [.. Names(rtl).Select((name, r) => new HeatRow(name, [.. Years.Select((y, c) => new HeatCell(HeatValue(r, c), HeatValue(r, c).Amount > 0 ? $"/library?theme={r}&year={y}" : null))]))]);

    public static HeatMap HeatOfChange(bool rtl) => new(
        Text(rtl, "Change against last year", "التغير مقارنة بالعام الماضي"),
        Names(rtl),
        [.. Enumerable.Range(0, 4).Select(r => new HeatRow((rtl ? "الإقليم " : "Region ") + (r + 1), [.. Enumerable.Range(0, 6).Select(c => new HeatCell((r * 31 + c * 17) % 61 / 10m - 3m))]))]);

    public static RelationGraph Relations(bool rtl) => new(
        Text(rtl, "Who cites whom", "من يستشهد بمن"),
        rtl ? new("الوثيقة", "تستشهد بـ", "كيف") : new("Document", "Cites", "How"),
        [
            new("2553", "S/RES/2553 (2020)", "/library/2553", RelationNodeState.Focus),
            new("2151", "S/RES/2151 (2014)", "/library/2151"),
            new("1325", "S/RES/1325 (2000)", "/library/1325"),
            new("1820", "S/RES/1820 (2008)", "/library/1820"),
            new("2022", "S/2022/280", "/library/280"),
            new("prst", "S/PRST/2008/14", null, RelationNodeState.Missing),
            new("70", "A/RES/70/1", null, RelationNodeState.Missing),
            new("2242", "S/RES/2242 (2015)", "/library/2242"),
        ],
        [
            new("2553", "2151", "Recalling"), new("2553", "1325", "Recalling"), new("2553", "2242"), new("2242", "1325"), new("2242", "1820"),
            new("1820", "1325"), new("2151", "1325"), new("2151", "prst"), new("2022", "2553", "para. 25"), new("2553", "70"), new("2022", "2151"),
        ]);

    public static Sparkline Spark(bool rtl) => new(
        Text(rtl, "Mentions", "إشارات"), Years, new(rtl ? "إشارات" : "Mentions", [3m, 4m, 4m, ChartValue.Unknown, 7m, 6m, 9m, 12m, 11m, 15m]));

    private static ChartValue HeatValue(int row, int column) => (row, column) switch
    {
        (5, < 3) => ChartValue.NotApplicable,
        (3, 4) or (1, 8) => ChartValue.Unknown,
        _ => (decimal)Math.Max(0, (row * 13 + column * 7) % 23 - 4 + column),
    };

    private static string[] Names(bool rtl) => rtl ? ArabicPillars : Pillars;

    private static ChartText Text(bool rtl, string english, string arabic, string? unit = null, string? arabicUnit = null) => rtl
        ? new(arabic, "أرقام مختلقة للاختبار.", "الفئة", arabicUnit)
        : new(english, "Invented figures for tests.", "Category", unit);

    private static ChartValue[] Values(params int[] millions) => [.. millions.Select(m => (ChartValue)(m * 1_000_000m))];
}
