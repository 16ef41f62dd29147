using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Features.PlanVersions;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Demonstration;

/// <summary>What happened after the approval: progress as institutions reported it, and the second version the secretariat began in October.</summary>
internal static class SoleniaPlanSince
{
    private static readonly DateTimeOffset Begun = new(2026, 10, 19, 8, 40, 0, TimeSpan.Zero);

    public static async Task ReportAsync(AppDb db, string country, Guid person, CancellationToken ct)
    {
        var lineages = await db.PlanNodes.Where(n => n.Country == country).ToDictionaryAsync(n => n.Code, n => n.Lineage, ct);
        foreach (var day in SoleniaFile.Rows("plan-progress.csv").GroupBy(r => r.Day("Day")))
        {
            var at = new DateTimeOffset(day.Key, new TimeOnly(15, 0), TimeSpan.Zero);
            db.PlanProgress.AddRange(day.Select(row => new PlanProgress
            {
                Country = country,
                Classification = Classification.Public,
                Lineage = lineages[row["Node"]],
                Day = day.Key,
                State = row.Word<ProgressState>("State"),
                Note = row.Maybe("Note"),
                Evidence = row.Maybe("Evidence"),
                ReportedBy = person,
                RecordedAt = at,
            }));
            await db.SaveAsync(new Act("plan.progress", country, at), ct);
        }
    }

    /// <summary>A draft of version 2: two laws become one, private security and civil protection come in, the youth boards go.</summary>
    public static async Task BeginSecondAsync(AppDb db, string country, CancellationToken ct)
    {
        var first = (await db.PlanInForceAsync(country, ct))!;
        var second = await db.BeginNextVersionAsync(first.Version, first.Version.Number + 1, new Act("plan.new-version", country, Begun), ct);
        var copies = await db.PlanNodes.Where(n => n.VersionId == second.Id).ToDictionaryAsync(n => n.Code, ct);
        Change(db, second, copies);
        await db.SaveAsync(new Act("plan.edit", country, Begun.AddDays(9)), ct);
    }

    private static void Change(AppDb db, PlanVersion second, Dictionary<string, PlanNode> copies)
    {
        Merge(db, second, copies["G1.O1.2.2"], copies["G1.O1.2.1"], "One law for police and gendarmerie");
        copies["G1.O1.2.1"].Title = Wording.Of("en", [new("en", "Draft one law for police and gendarmerie"), new("fr", "Rédiger une loi unique pour la police et la gendarmerie")])!;
        foreach (var code in (string[])["G5.O1.3.1", "G5.O1.3"])
        {
            _ = copies[code].Retire("Nobody owns or funds it; youth boards come back with the local elections");
            db.PlanMappings.Add(Mapping(second, MappingRelation.Dropped, copies[code].Lineage, null, "Taken up again in 2028"));
        }

        var licensing = New(second, copies["G1.O1"], "G1.O1.3", PlanLevel.Output, "Private security companies licensed and inspected", "Sociétés de sécurité privée agréées et inspectées");
        var fire = New(second, copies["G3"], "G3.O3", PlanLevel.Outcome, "Fire and flood are answered in every province within two hours", "Incendies et crues : secours en deux heures dans chaque province");
        foreach (var node in (PlanNode[])[licensing, fire])
        {
            db.PlanNodes.Add(node);
            db.PlanMappings.Add(Mapping(second, MappingRelation.New, null, node.Lineage, null));
        }
    }

    private static void Merge(AppDb db, PlanVersion second, PlanNode from, PlanNode to, string note)
    {
        _ = from.Retire(note);
        db.PlanMappings.Add(Mapping(second, MappingRelation.Merged, from.Lineage, to.Lineage, note));
    }

    private static PlanNode New(PlanVersion second, PlanNode parent, string code, PlanLevel level, string en, string fr) => new()
    {
        Country = second.Country,
        Classification = second.Classification,
        VersionId = second.Id,
        Lineage = Guid.CreateVersion7(),
        ParentId = parent.Id,
        Level = level,
        Position = parent.Position + 1,
        Code = code,
        Title = Wording.Of("en", [new("en", en), new("fr", fr)])!,
        Components = [.. parent.Components],
        StartsOn = new DateOnly(2027, 1, 1),
        EndsOn = new DateOnly(2028, 6, 30),
    };

    private static PlanMapping Mapping(PlanVersion second, MappingRelation relation, Guid? from, Guid? to, string? note) => new()
    {
        Country = second.Country,
        Classification = second.Classification,
        VersionId = second.Id,
        Relation = relation,
        FromLineage = from,
        ToLineage = to,
        Note = note,
    };
}
