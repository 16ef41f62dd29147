using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Demonstration;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Plan;
using Cornerstone.Values;

namespace Cornerstone.Bench.Scale;

/// <summary>
/// A country of the largest size we promise to serve: 2,000 nodes of a plan, 500 indicators, a million values. Deterministic, so that two
/// runs compare.
/// </summary>
internal static class LargeCountry
{
    internal const int Indicators = 500;
    internal const string Country = DemonstrationPerson.Country;
    private const int Goals = 10;
    private const int Branching = 5;
    private const int Milestones = 439;
    private static readonly Currency Crown = Currency.Parse("XSC", null);
    private static readonly DateTimeOffset Began = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Plan drafted by one person and approved by another; answers the lineages of what indicators measure.</summary>
    internal static async Task<List<Guid>> PlanAsync(Database database, SoleniaPeople people, CancellationToken ct)
    {
        await using var db = await database.AsAsync(people.Secretariat, ct);
        var owners = (await SoleniaInstitutions.IdsAsync(db, Country, ct)).Values.Order().ToList();
        var plan = new NationalPlan { Country = Country, Classification = Classification.Public, Title = Wording.Of("en", "A large plan"), Currency = Crown };
        var version = new PlanVersion
        {
            Country = Country,
            Classification = Classification.Public,
            PlanId = plan.Id,
            Number = 1,
            Levels = new LevelNames(Enum.GetValues<PlanLevel>().ToDictionary(l => l, _ => Wording.Empty)),
        };
        db.Add(plan);
        db.Add(version);
        await db.SaveAsync(new Act("plan.create", Country, Began), ct);

        var nodes = Nodes(version, owners);
        var activities = nodes.Where(n => n.Level == PlanLevel.Activity).ToList();
        await db.RecordAsync(new Act("plan.import", Country, Began), ct);
        await db.CopyAsync(nodes, ct);
        await db.CopyAsync([.. activities.SelectMany(Costs)], ct);
        await db.CopyAsync([.. activities.SelectMany(Funding)], ct);
        await db.CopyAsync([.. nodes.Where(n => n.Level >= PlanLevel.Activity).Select((n, i) => Progress(n, i, people.Secretariat.Id))], ct);
        await db.CommitAsync(ct);

        _ = version.Submit(people.Secretariat.Id, Began, nodes.Count);
        await db.SaveAsync(new Act("plan.submit", Country, Began), ct);
        await ApproveAsync(database, people, version.Id, ct);
        return [.. nodes.Where(n => n.Level is PlanLevel.Outcome or PlanLevel.Output).Select(n => n.Lineage)];
    }

    internal static async Task<List<Indicator>> IndicatorsAsync(AppDb db, List<Guid> lineages, CancellationToken ct)
    {
        var indicators = Enumerable.Range(0, Indicators).Select(i =>
        {
            var indicator = new Indicator { Country = Country, Classification = Classification.Public, Code = $"B-{i:000}", PlanLineages = [lineages[i % lineages.Count]] };
            _ = indicator.Agree();
            _ = indicator.TakeBaseline(hasBaseline: true);
            _ = indicator.Activate(hasBaseline: true, DateOnly.FromDateTime(Began.UtcDateTime));
            return indicator;
        }).ToList();
        db.AddRange(indicators);
        db.AddRange(indicators.Select((x, i) => LargeSeries.Card(x, i, Began)));
        db.AddRange(indicators.SelectMany(LargeSeries.Targets));
        await db.SaveAsync(new Act("demonstration.indicators", Country, Began), ct);
        return indicators;
    }

    private static async Task ApproveAsync(Database database, SoleniaPeople people, Guid version, CancellationToken ct)
    {
        await using var db = await database.AsAsync(people.Finance, ct);
        var submitted = (await db.PlanVersions.FindAsync([version], ct))!;
        _ = submitted.Approve(people.Finance.Id, [], "Benchmark", Began);
        await db.SaveAsync(new Act("plan.approve", Country, Began), ct);
    }

    private static List<PlanNode> Nodes(PlanVersion version, List<Guid> owners)
    {
        var nodes = new List<PlanNode> { Node(version, null, PlanLevel.Vision, "V", owners[0], 0) };
        var above = new List<PlanNode>(nodes);
        foreach (var level in (PlanLevel[])[PlanLevel.Goal, PlanLevel.Outcome, PlanLevel.Output, PlanLevel.Activity])
        {
            var children = level == PlanLevel.Goal ? Goals : Branching;
            above = [.. above.SelectMany(p => Enumerable.Range(1, children).Select(i =>
                Node(version, p, level, level == PlanLevel.Goal ? $"G{i}" : $"{p.Code}.{i}", owners[(p.Position + i) % owners.Count], p.Position * children + i)))];
            nodes.AddRange(above);
        }

        nodes.AddRange(above.Take(Milestones).Select(a => Node(version, a, PlanLevel.Milestone, $"{a.Code}.M", a.OwnerId!.Value, a.Position)));
        return nodes;
    }

    private static PlanNode Node(PlanVersion version, PlanNode? parent, PlanLevel level, string code, Guid owner, int position) => new()
    {
        Country = Country,
        Classification = Classification.Public,
        VersionId = version.Id,
        Lineage = Guid.CreateVersion7(),
        ParentId = parent?.Id,
        Level = level,
        Position = position,
        Code = code,
        Title = Wording.Of("en", $"{level} {code}: what is to be reached here, in as many words as real plans use for it"),
        OwnerId = owner,
        Components = ["POL"],
        Regions = [],
        StartsOn = new DateOnly(2025, 1, 1),
        EndsOn = new DateOnly(2026 + position % 4, 6, 30),
    };

    private static IEnumerable<PlanCost> Costs(PlanNode node) =>
        from year in Enumerable.Range(2025, 5)
        from type in (EconomicType[])[EconomicType.Wages, EconomicType.Capital]
        select new PlanCost
        {
            Country = Country,
            Classification = node.Classification,
            VersionId = node.VersionId,
            NodeId = node.Id,
            FiscalYear = year,
            EconomicType = type,
            Amount = 1_000m * (1 + node.Position % 90),
            Currency = Crown,
        };

    private static IEnumerable<PlanFunding> Funding(PlanNode node) => Enum.GetValues<FundingKind>().Select(kind => new PlanFunding
    {
        Country = Country,
        Classification = node.Classification,
        VersionId = node.VersionId,
        NodeId = node.Id,
        Kind = kind,
        Source = kind.ToString(),
        FiscalYear = 2026,
        Amount = 2_000m * (1 + node.Position % 90),
        Currency = Crown,
    });

    private static PlanProgress Progress(PlanNode node, int index, Guid person) => new()
    {
        Country = Country,
        Classification = node.Classification,
        Lineage = node.Lineage,
        Day = new DateOnly(2026, 6, 30),
        State = (ProgressState)(index % 4),
        Note = "Reported at mid-year",
        Evidence = "Return of the institution",
        ReportedBy = person,
        RecordedAt = Began,
    };
}
