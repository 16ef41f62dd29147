using Cornerstone.Data;
using Cornerstone.Demonstration;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Instruments;
using Cornerstone.Features.Legislation;
using Cornerstone.Features.OversightActivities;
using Cornerstone.Features.Plan;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Bench.Scale;

/// <summary>Addresses of the pages people open most in the rooms of the plan and of indicators.</summary>
internal static class MainPages
{
    internal static async Task<IReadOnlyList<string>> PathsAsync(Database database, SoleniaPeople people, CancellationToken ct)
    {
        await using var db = await database.AsAsync(people.Secretariat, ct);
        var version = (await db.PlanInForceAsync(LargeCountry.Country, ct))!.Version.Id;
        var nodes = await db.NodesOfAsync(version, ct);
        var indicator = (await db.DefinedIndicatorsAsync(LargeCountry.Country, ct)).First(d => d.Indicator.Code == "B-000").Indicator.Id;
        var institution = (await SoleniaInstitutions.IdsAsync(db, LargeCountry.Country, ct)).Values.Order().First();
        var law = await db.Laws.Where(l => l.Country == LargeCountry.Country).OrderBy(l => l.Code).Select(l => l.Id).FirstAsync(ct);
        var activity = await db.OversightActivities.Where(a => a.Country == LargeCountry.Country).OrderBy(a => a.Code).Select(a => a.Id).FirstAsync(ct);
        var instrument = await db.Instruments.Where(i => i.Country == LargeCountry.Country).OrderBy(i => i.Code).Select(i => i.Id).FirstAsync(ct);
        Guid Node(PlanLevel level) => nodes.First(n => n.Level == level).Lineage;
        return
        [
            "/xs", "/portfolio", "/xs/plan", "/xs/plan?under=G1", "/xs/plan?state=late", $"/xs/plan/nodes/{Node(PlanLevel.Goal)}", $"/xs/plan/nodes/{Node(PlanLevel.Outcome)}",
            $"/xs/plan/nodes/{Node(PlanLevel.Activity)}", "/xs/plan/gantt", "/xs/plan/duties", "/xs/plan/components", "/xs/plan/regions", "/xs/plan/document", "/xs/plan/document?part=G1", "/xs/plan/versions",
            "/xs/plan?handler=export&format=xlsx", "/xs/plan?handler=export&format=csv",
            "/xs/indicators", "/xs/indicators?page=2", $"/xs/indicators/{indicator}", $"/xs/indicators/{indicator}?tab=history",
            "/xs/indicators?handler=export&format=xlsx", "/xs/indicators?handler=export&format=csv", "/xs/institutions?handler=export&format=xlsx", "/xs/indicators/framework", "/xs/indicators/gaps", "/xs/indicators/map",
            "/xs/indicators/catalogue", "/xs/indicators/reference-figures", "/xs/values", "/xs/values/revisions", $"/xs/values/enter?indicator={indicator}", "/xs/calendar",
            "/xs/council-benchmarks", "/xs/council-benchmarks/table", "/xs/institutions", $"/xs/institutions/{institution}", "/xs/institutions/organigram", "/xs/delineation", "/xs/delineation/findings",
            "/xs/laws", $"/xs/laws/{law}", "/xs/oversight", $"/xs/oversight/{activity}", "/xs/instruments", $"/xs/instruments/{instrument}", "/xs/commitments", "/xs/regions", "/xs/workbooks", "/xs/search?q=reached", "/xs/search?q=B-123",
        ];
    }
}
