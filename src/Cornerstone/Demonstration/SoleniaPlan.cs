using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Instruments;
using Cornerstone.Features.Legislation;
using Cornerstone.Features.Plan;
using Cornerstone.Values;

namespace Cornerstone.Demonstration;

/// <summary>
/// The national plan, as the secretariat drafted and the finance ministry approved it, and what was reported since. It has what
/// real plans have: two objectives on paper only, outputs whose cost is not the sum of their activities, five activities nobody costed.
/// </summary>
internal static class SoleniaPlan
{
    private const string Authority = "Council of Ministers, decree 2026-41 of 8 July 2026";

    private static readonly DateTimeOffset Drafted = new(2026, 6, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Submitted = new(2026, 7, 6, 14, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Approved = new(2026, 7, 10, 10, 15, 0, TimeSpan.Zero);
    private static readonly Currency Crown = Currency.Parse("XSC", null);

    public static async Task AddAsync(Database database, string country, SoleniaPeople people, CancellationToken ct)
    {
        Guid version;
        await using (var db = await database.AsAsync(people.Secretariat, ct))
        {
            version = await DraftAsync(db, country, ct);
            var draft = (await db.PlanVersions.FindAsync([version], ct))!;
            Require(draft.Submit(people.Secretariat.Id, Submitted, nodes: 1));
            await db.SaveAsync(new Act("plan.submit", country, Submitted), ct);
        }

        await using (var db = await database.AsAsync(people.Finance, ct))
        {
            var submitted = (await db.PlanVersions.FindAsync([version], ct))!;
            Require(submitted.Approve(people.Finance.Id, [], Authority, Approved));
            await db.SaveAsync(new Act("plan.approve", country, Approved, "Costs agree with the ceiling of the budget circular"), ct);
        }
    }

    private static void Require(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException(refusal.Code);
        }
    }

    private static async Task<Guid> DraftAsync(AppDb db, string country, CancellationToken ct)
    {
        var plan = new NationalPlan
        {
            Country = country,
            Classification = Classification.Public,
            Title = Wording.Of("en",
            [
                new("en", "National security sector reform plan 2025–2029"),
                new("fr", "Plan national de réforme du secteur de la sécurité 2025–2029"),
                new("ar", "الخطة الوطنية لإصلاح قطاع الأمن 2025-2029"),
            ])!,
            Currency = Crown,
        };
        var version = new PlanVersion
        {
            Country = country,
            Classification = Classification.Public,
            PlanId = plan.Id,
            Number = 1,
            Levels = new LevelNames(Enum.GetValues<PlanLevel>().ToDictionary(l => l, _ => Wording.Empty)),
        };
        db.Plans.Add(plan);
        db.PlanVersions.Add(version);
        await db.SaveAsync(new Act("plan.create", country, Drafted.AddDays(-20)), ct);

        var nodes = await NodesAsync(db, version, ct);
        AddMoney(db, nodes);
        await db.SaveAsync(new Act("plan.import", country, Drafted), ct);
        return version.Id;
    }

    private static async Task<Dictionary<string, PlanNode>> NodesAsync(AppDb db, PlanVersion version, CancellationToken ct)
    {
        var institutions = await SoleniaInstitutions.IdsAsync(db, version.Country, ct);
        var named = await NamedAsync(db, version.Country, ct);
        var nodes = new Dictionary<string, PlanNode>();
        foreach (var row in SoleniaFile.Rows("plan.csv"))
        {
            var node = Node(row, version, institutions);
            node.ParentId = row.Maybe("Parent") is { } parent ? nodes[parent].Id : null;
            node.Position = nodes.Count;
            nodes.Add(node.Code, node);
            db.PlanNodes.Add(node);
            db.PlanLinks.AddRange(Links(row, node, named));
            db.ProvisionsServed.AddRange(row.Codes("Provisions").Select(provision => Served(provision, node)));
        }

        return nodes;
    }

    private static PlanNode Node(SoleniaRow row, PlanVersion version, Dictionary<string, Guid> institutions) => new()
    {
        Country = version.Country,
        Classification = Classification.Public,
        VersionId = version.Id,
        Lineage = Guid.CreateVersion7(),
        Level = row.Word<PlanLevel>("Level"),
        Code = row["Code"],
        Title = row.Names(),
        OwnerId = row.Maybe("Owner") is { } owner ? institutions[owner] : null,
        ContributorIds = [.. row.Codes("Contributors").Select(c => institutions[c])],
        Components = row.Codes("Components"),
        Regions = row.Codes("Regions"),
        StartsOn = row.MaybeDay("Starts"),
        EndsOn = row.MaybeDay("Ends"),
        GenderMarker = row.Maybe("Gender") is null ? null : (short)row.Number("Gender"),
        Assumptions = Written(row, "Assumptions"),
        Risks = Written(row, "Risks"),
        PoliticalObjective = Written(row, "Political"),
        WinnersLosers = Written(row, "Winners"),
    };

    private static Wording? Written(SoleniaRow row, string column) => row.Maybe(column) is { } text ? Wording.Of("en", text) : null;

    // Laws and instruments are linked by their id, and written in the file by their code.
    private static async Task<Dictionary<string, Guid>> NamedAsync(AppDb db, string country, CancellationToken ct) =>
        (await db.LawsOfAsync(country, ct)).Select(l => (l.Code, l.Id)).Concat((await db.InstrumentsOfAsync(country, ct)).Select(i => (i.Code, i.Id))).ToDictionary(r => r.Code, r => r.Id);

    private static IEnumerable<PlanLink> Links(SoleniaRow row, PlanNode node, Dictionary<string, Guid> named) => row.Codes("Links").Select(link => link.Split('=')).Select(link => new PlanLink
    {
        Country = node.Country,
        Classification = node.Classification,
        VersionId = node.VersionId,
        NodeId = node.Id,
        Kind = Enum.Parse<PlanLinkKind>(link[0]),
        Target = named.TryGetValue(link[1], out var record) ? record.ToString() : link[1],
    });

    private static ProvisionServed Served(string provision, PlanNode node) => new()
    {
        Country = node.Country,
        Classification = node.Classification,
        RecordType = nameof(PlanNode),
        RecordId = node.Lineage,
        Provision = provision,
        Relation = ServiceRelation.Implements,
    };

    private static void AddMoney(AppDb db, Dictionary<string, PlanNode> nodes)
    {
        db.PlanCosts.AddRange(SoleniaFile.Rows("plan-costs.csv").Select(row => (Row: row, Node: nodes[row["Node"]])).Select(c => new PlanCost
        {
            Country = c.Node.Country,
            Classification = c.Node.Classification,
            VersionId = c.Node.VersionId,
            NodeId = c.Node.Id,
            FiscalYear = c.Row.Number("Year"),
            EconomicType = c.Row.Word<EconomicType>("Type"),
            Amount = c.Row.Decimal("Amount"),
            Currency = Crown,
        }));
        db.PlanFundings.AddRange(SoleniaFile.Rows("plan-funding.csv").Select(row => (Row: row, Node: nodes[row["Node"]])).Select(f => new PlanFunding
        {
            Country = f.Node.Country,
            Classification = f.Node.Classification,
            VersionId = f.Node.VersionId,
            NodeId = f.Node.Id,
            Kind = f.Row.Word<FundingKind>("Kind"),
            Source = f.Row["Source"],
            FiscalYear = f.Row.Number("Year"),
            Amount = f.Row.Decimal("Amount"),
            Currency = Crown,
        }));
    }
}
