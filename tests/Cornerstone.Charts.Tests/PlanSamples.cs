namespace Cornerstone.Charts.Tests;

/// <summary>Invented plans, indicators and regions; the undated pairs are those of S/2022/280, para. 55, where the report gives no years.</summary>
internal static class PlanSamples
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    public static IEnumerable<KeyValuePair<string, Func<ChartOptions, Chart>>> All =>
    [
        new("targets", o => Target(o.RightToLeft).Draw(o)),
        new("targets-steps", o => Steps(o.RightToLeft).Draw(o)),
        new("bullets", o => Bullets(o.RightToLeft).Draw(o)),
        new("money", o => Money(o.RightToLeft).Draw(o)),
        new("gantt", o => Gantt(o.RightToLeft).Draw(o)),
        new("dumbbells", o => Pairs(o.RightToLeft).Draw(o)),
        new("multiples", o => Multiples(o.RightToLeft).Draw(o)),
        new("multiples-bars", o => Parts(o.RightToLeft).Draw(o)),
        new("map", o => Map(o.RightToLeft).Draw(o)),
    ];

    public static TargetLineChart Target(bool rtl) => new(
        Text(rtl, "Women in the police", "النساء في الشرطة", "%", "%"), LineWords(rtl),
        [
            new(rtl ? "الكل" : "All", [Year(2020, 5m), Year(2021, ChartFigure.Known(7m, isApproximate: true)), Year(2022, ChartFigure.Unknown), Year(2023, ChartFigure.Between(9m, 12m)), Year(2024, 13m), Year(2025, 15m)]),
            new(rtl ? "الضباط" : "Officers", [Year(2020, 2m), Year(2021, 3m), Year(2022, 3.5m), Year(2023, 0m), Year(2024, 6m), Year(2025, ChartFigure.Below(10m))]),
        ])
    {
        Baseline = Year(2020, 5m),
        Target = new([new(new(2024, 12, 31), "2024", 12m), new(new(2027, 12, 31), "2027", 20m)], Tolerance: 1m),
        Today = Today,
    };

    public static TargetLineChart Steps(bool rtl) => new(
        Text(rtl, "Pre-trial detainees", "المحتجزون قبل المحاكمة", "%", "%"), LineWords(rtl),
        [new(rtl ? "الكل" : "All", [.. Enumerable.Range(1, 6).Select(m => new DatedFigure(new DateOnly(2026, m, 28), $"2026-0{m}", m == 3 ? ChartFigure.NotApplicable : 70m - m * 2))])])
    {
        Baseline = new(new(2025, 12, 31), "2025-12", ChartFigure.Known(70m)),
        Target = new([new(new(2026, 3, 31), "2026-03", 60m), new(new(2026, 12, 31), "2026-12", 40m)], TargetShape.Stepwise),
        Band = new(30m, 45m),
    };

    public static BulletChart Bullets(bool rtl) => new(
        Text(rtl, "Progress by goal", "التقدم حسب الهدف", "%", "%"),
        new(rtl ? "الفعلي" : "Actual", rtl ? "المستهدف" : "Target", rtl ? ["ضعيف", "متوسط", "جيد"] : ["Weak", "Fair", "Good"]),
        [
            new(rtl ? "الرقابة" : "Oversight works in law and in fact", 58m, 70m, [40m, 70m, 100m], "/plan/1"),
            new(rtl ? "الشرطة" : "Police", ChartFigure.Between(30m, 45m), 60m, [40m, 70m, 100m]),
            new(rtl ? "الدفاع" : "Defence", 0m, 50m, [40m, 70m, 100m]),
            new(rtl ? "العدالة" : "Justice", ChartFigure.Unknown, 50m, [40m, 70m]),
            new(rtl ? "الحدود" : "Border management", ChartFigure.Known(112m, isApproximate: true), ChartFigure.NotApplicable, []),
        ]);

    public static MoneyBars Money(bool rtl) => new(
        Text(rtl, "Cost and funding by goal", "التكلفة والتمويل حسب الهدف", "USD", "دولار"),
        rtl ? new("التكلفة", "ممول", "منفق", "الفجوة") : new("Cost", "Funded", "Spent", "Gap"),
        [
            new(rtl ? "الرقابة" : "Oversight", 120_000_000m, 84_000_000m, 31_500_000m, "/plan/1"),
            new(rtl ? "الشرطة" : "Police, gendarmerie and their inspectorates in all regions", 40_000_000m, 52_000_000m, 12_000_000m),
            new(rtl ? "العدالة" : "Justice", 18_000_000m, 0m, ChartValue.Unknown),
            new(rtl ? "الحدود" : "Border management", ChartValue.Unknown, 6_000_000m, ChartValue.Unknown),
        ]);

    public static GanttChart Gantt(bool rtl) => new(
        Text(rtl, "The plan over time", "الخطة عبر الزمن"),
        rtl
            ? new("البداية", "النهاية", "الحالة", "التقدم", "اليوم", "بلا تاريخ", ["لم يبدأ", "جار", "متأخر", "مكتمل", "متروك", "لا تقارير"])
            : new("Start", "End", "State", "Progress", "Today", "no dates", ["Not started", "Ongoing", "Delayed", "Completed", "Dropped", "Nothing reported"]),
        [
            new(rtl ? "الإطار القانوني" : "Legal framework", 0, new(2024, 1, 1), new(2027, 12, 31), GanttState.Ongoing, 0.55m, Href: "/plan/1"),
            new(rtl ? "قانون الشرطة" : "Police act revised and promulgated after consultation in every region", 1, new(2024, 3, 1), new(2026, 6, 30), GanttState.Delayed, 0.8m, Href: "/plan/2")
            {
                Marks = [new(new(2025, 2, 1), rtl ? "المسودة" : "Draft", GanttState.Completed), new(new(2026, 5, 1), rtl ? "القراءة" : "First reading", GanttState.Delayed)],
            },
            new(rtl ? "سياسة الأمن" : "National security policy adopted", 1, null, new(2025, 3, 1), GanttState.Completed, IsMilestone: true),
            new(rtl ? "المشتريات" : "Procurement rules", 1, new(2025, 1, 1), null, GanttState.Ongoing),
            new(rtl ? "المؤسسات" : "Institutions", 0, new(2025, 1, 1), new(2028, 12, 31), GanttState.NotStarted, 0m),
            new(rtl ? "التفتيش" : "Inspectorate", 1, new(2024, 6, 1), new(2025, 5, 31), GanttState.Completed, 1m),
            new(rtl ? "الرواتب" : "Payroll of the gendarmerie", 1, null, null, GanttState.NotStarted),
            new(rtl ? "المراكز" : "Regional centres", 1, new(2026, 1, 1), new(2027, 6, 30), GanttState.Dropped, 0.2m),
            new(rtl ? "الانضباط" : "Disciplinary rules", 1, new(2026, 3, 1), new(2026, 10, 31), GanttState.Unknown),
        ],
        Today);

    public static DumbbellChart Pairs(bool rtl) => new(
        Text(rtl, "Women in the security sector", "النساء في قطاع الأمن", "%", "%"),
        rtl ? new("من", "إلى", "ملاحظة") : new("From", "To", "Note"),
        [
            new(rtl ? "الشرطة" : "Police", 5m, 15m, rtl ? "بلا سنوات" : "the report gives no years"),
            new(rtl ? "القوات" : "Armed forces", 3.5m, 6m, rtl ? "بلا سنوات" : "the report gives no years"),
            new(rtl ? "الجيش" : "Army", ChartFigure.Between(3m, 6m), ChartFigure.Between(6m, 9m)),
            new(rtl ? "القضاة" : "Judges", ChartFigure.Known(40m, isApproximate: true), 28m, Href: "/indicators/4"),
            new(rtl ? "السجون" : "Prison service", ChartFigure.Unknown, 11m),
            new(rtl ? "الجمارك" : "Customs", 0m, ChartFigure.Below(2m)),
        ]);

    public static SmallMultiplesChart Multiples(bool rtl) => new(
        Text(rtl, "Women by rank level", "النساء حسب الرتبة", "%", "%"),
        [
            new(rtl ? "كبار الضباط" : "Strategic level, generals and their deputies in all services", [Year(2021, 2m), Year(2022, 3m), Year(2023, 3.5m), Year(2024, 4m)]),
            new(rtl ? "الضباط" : "Middle officers", [Year(2021, 8m), Year(2022, ChartFigure.Unknown), Year(2023, 12m), Year(2024, ChartFigure.Known(14m, isApproximate: true))]),
            new(rtl ? "ضباط الصف" : "Non-commissioned officers", [Year(2021, ChartFigure.Between(9m, 12m)), Year(2022, 13m), Year(2023, 16m), Year(2024, 18m)]),
            new(rtl ? "الأفراد" : "Constables", [Year(2022, 21m), Year(2023, ChartFigure.NotApplicable), Year(2024, ChartFigure.Below(25m))]),
            new(rtl ? "المدنيون" : "Civilians", [Year(2024, ChartFigure.Unknown)]),
        ]);

    public static SmallMultiplesChart Parts(bool rtl) => new(
        Text(rtl, "Posts filled by region", "الوظائف المشغولة حسب الإقليم", "%", "%"),
        [
            new(rtl ? "الشمال" : "North", [Year(2024, 71m)]),
            new(rtl ? "الجنوب" : "South and the islands off its coast", [Year(2024, ChartFigure.Between(40m, 55m))]),
            new(rtl ? "الشرق" : "East", [Year(2024, ChartFigure.Unknown)]),
            new(rtl ? "الغرب" : "West", [Year(2024, 0m)]),
        ]);

    public static RegionMap Map(bool rtl) => new(
        Text(rtl, "Cost by region", "التكلفة حسب الإقليم", "USD", "دولار"),
        new(rtl ? "التكلفة" : "Cost", rtl ? "بلا حدود:" : "Without outline:"),
        [
            .. Enumerable.Range(0, 9).Select(i => Region(i, rtl)),
            new("SO-10", rtl ? "الشتات" : "Abroad", [], 1_000_000m),
        ]);

    private static MapRegion Region(int i, bool rtl)
    {
        var (column, row) = (i % 3, i / 3);
        var (west, south) = (40 + column * 1.5, 2 + row * 1.2);
        GeoPoint[] ring = [new(west, south), new(west + 1.5, south + 0.1), new(west + 1.6, south + 1.2), new(west + 0.7, south + 1.35), new(west + 0.1, south + 1.2)];
        GeoPoint[] lake = [new(west + 0.5, south + 0.2), new(west + 0.8, south + 0.3), new(west + 0.6, south + 0.5)];
        var value = i switch { 3 => ChartValue.Unknown, 5 => ChartValue.NotApplicable, 7 => 0m, _ => ChartValue.Known((i + 1) * 6_000_000m) };
        return new($"SO-0{i}", (rtl ? "الإقليم " : "Region ") + (i + 1), i == 4 ? [ring, lake] : [ring], value, i < 2 ? $"/regions/{i}" : null);
    }

    private static TargetLineWords LineWords(bool rtl) => rtl
        ? new("المستهدف", "التفاوت المسموح", "خط الأساس", "النطاق المطلوب", "اليوم")
        : new("Target", "Tolerance", "Baseline", "Wanted range", "Today");

    private static DatedFigure Year(int year, ChartFigure figure) => new(new(year, 12, 31), $"{year}", figure);

    private static ChartText Text(bool rtl, string english, string arabic, string? unit = null, string? arabicUnit = null) => rtl
        ? new(arabic, "أرقام مختلقة للاختبار.", "الاسم", arabicUnit)
        : new(english, "Invented figures for tests.", "Name", unit);
}
