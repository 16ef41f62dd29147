namespace Cornerstone.Charts.Tests;

/// <summary>Invented support of invented partners.</summary>
internal static class FlowSamples
{
    private static readonly string[] Partners = ["Valmar", "Nordreich Development Agency", "Union of Coastal States", "Peace Fund", "Ostania", "Kelland", "Merrow Foundation", "Isle of Tarn", "Sudrey"];
    private static readonly string[] ArabicPartners = ["فالمار", "وكالة نوردرايش للتنمية", "اتحاد الدول الساحلية", "صندوق السلام", "أوستانيا", "كيلاند", "مؤسسة ميرو", "جزيرة تارن", "سودري"];
    private static readonly string[] Objectives = ["1.1 Police that people trust", "1.2 Courts within reach", "2.1 Parliament oversees the sector", "3.1 Borders are managed"];
    private static readonly string[] ArabicObjectives = ["1.1 شرطة يثق بها الناس", "1.2 محاكم في متناول اليد", "2.1 البرلمان يراقب القطاع", "3.1 إدارة الحدود"];
    private static readonly string[] Institutions = ["Ministry of Interior", "Ministry of Justice", "National Assembly"];
    private static readonly string[] ArabicInstitutions = ["وزارة الداخلية", "وزارة العدل", "الجمعية الوطنية"];

    public static IEnumerable<KeyValuePair<string, Func<ChartOptions, Chart>>> All =>
    [
        new("sankey", o => Sankey(o.RightToLeft).Draw(o)),
        new("sankey-unknown", o => WithDoubts(o.RightToLeft).Draw(o)),
        new("waterfall", o => Waterfall(o.RightToLeft, 16_400_000m).Draw(o)),
        new("waterfall-unknown", o => Waterfall(o.RightToLeft, ChartValue.Unknown).Draw(o)),
    ];

    public static SankeyChart Sankey(bool rtl)
    {
        var nodes = Names(rtl ? ArabicPartners : Partners, "p", 0).Concat(Names(rtl ? ArabicObjectives : Objectives, "o", 1)).Concat(Names(rtl ? ArabicInstitutions : Institutions, "i", 2))
            .Append(new("o-none", 1, rtl ? "لم يُذكر هدف" : "No objective is said", IsUnsaid: true)).Append(new("i-none", 2, rtl ? "لم تُذكر مؤسسة" : "No institution is said", IsUnsaid: true));
        SankeyLink[] links =
        [
            new("p0", "o0", 14_200_000m, "/SO/support/ledger/rows?partner=0"), new("p0", "o3", 3_100_000m), new("p1", "o1", 9_500_000m), new("p1", "o0", 2_400_000m),
            new("p2", "o3", 7_700_000m), new("p2", "o2", 1_900_000m), new("p3", "o0", 4_000_000m), new("p3", "o-none", 5_600_000m), new("p4", "o1", 2_300_000m), new("p5", "o2", 1_200_000m),
            new("p6", "o1", 180_000m), new("p7", "o0", 90_000m), new("p8", "o3", 40_000m),
            new("o0", "i0", 18_290_000m), new("o0", "i-none", 2_400_000m), new("o1", "i1", 11_980_000m), new("o2", "i2", 3_100_000m), new("o3", "i0", 10_840_000m), new("o-none", "i-none", 5_600_000m),
        ];
        return new(Text(rtl), Words(rtl), [.. nodes], links);
    }

    /// <summary>A node that more comes to than leaves, an amount nobody knows, and one that came back.</summary>
    public static SankeyChart WithDoubts(bool rtl) => Sankey(rtl) with
    {
        Links =
        [
            new("p0", "o0", 10_000_000m), new("p1", "o1", ChartValue.Unknown), new("p2", "o1", 4_000_000m), new("p3", "o2", 2_000_000m), new("p4", "o2", -500_000m),
            new("o0", "i0", 6_000_000m), new("o1", "i1", 4_000_000m), new("o2", "i2", 1_500_000m),
        ],
    };

    public static WaterfallChart Waterfall(bool rtl, ChartValue national) => new(
        rtl ? new("من الكلفة إلى الفجوة", "ما يكلّفه الهدف، وما هو ممول، وما ينقص", "الخطوة", "دولار") : new("From cost to gap", "What an objective costs, what of it is funded and what is missing", "Step", "USD"),
        rtl ? new("المبلغ", "ما يتبقى", "الكل", "ممول", "تعهد") : new("Amount", "What is left", "Whole", "Funded", "Pledged"),
        [
            new(rtl ? "الكلفة" : "Cost", WaterfallKind.Start, 48_000_000m, "/SO/plan"),
            new(rtl ? "المخصصات الوطنية" : "National allocation", WaterfallKind.Step, national.Amount is { } amount ? -amount : national),
            new(rtl ? "فالمار" : "Valmar", WaterfallKind.Step, -14_200_000m, "/SO/support/ledger/rows"),
            new(rtl ? "صندوق السلام" : "Peace Fund", WaterfallKind.Step, -4_000_000m),
            new(rtl ? "تقديم الأراضي" : "Land in kind", WaterfallKind.Step, ChartValue.NotApplicable),
            new(rtl ? "الفجوة" : "Gap", WaterfallKind.Total),
            new(rtl ? "تعهدات بحسب احتمالها" : "Pledges, as likely as they are", WaterfallKind.Perhaps, -3_500_000m),
            new(rtl ? "الفجوة إذا وفى الجميع" : "Gap if they come", WaterfallKind.Total),
        ]);

    private static ChartText Text(bool rtl) => rtl
        ? new("طريق المال", "من الشركاء عبر أهداف الخطة إلى المؤسسات", "من", "دولار")
        : new("The way of the money", "From partners over objectives of the plan to institutions", "From", "USD");

    private static SankeyWords Words(bool rtl) => rtl
        ? new(["الشريك", "الهدف", "المؤسسة"], "إلى", "المبلغ", "لم يُذكر", n => $"آخرون: {n}")
        : new(["Partner", "Objective", "Institution"], "To", "Amount", "not said", n => $"{n} others");

    private static IEnumerable<SankeyNode> Names(string[] names, string key, int layer) => names.Select((name, i) => new SankeyNode($"{key}{i}", layer, name, $"/SO/support/{key}{i}"));
}
