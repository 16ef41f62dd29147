using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journeys;

internal static partial class Addresses
{
    private static async Task<IEnumerable<Sample>> PlanAsync(AppDb db)
    {
        var goal = await db.PlanNodes.Where(n => n.Code == "G1").Select(n => n.Lineage).FirstAsync();
        var activity = await db.PlanNodes.Where(n => n.Code == "G1.O1.1.1").Select(n => n.Lineage).FirstAsync();
        const string plan = "/xs/plan";
        const string room = $"{Country}/plan";
        const string node = $"{room}/nodes/{{lineage:guid}}";
        return
        [
            new(room, plan, Amina),
            new(room, plan, Jamila),
            new(room, $"{plan}?under=G1", Dmitri),
            new(room, $"{plan}?rule=V5", Dmitri),
            new(room, $"{plan}?version=2", Amina),
            new($"{room}/new", $"{plan}/new", Amina),
            new($"{room}/settings", $"{plan}/settings?version=2", Amina),
            new($"{room}/versions", $"{plan}/versions", Amina),
            new($"{room}/versions/compare", $"{plan}/versions/compare?from=1&to=2", Amina),
            new($"{room}/nodes/new", $"{plan}/nodes/new?version=2&under=G1", Amina),
            new(node, $"{plan}/nodes/{goal}", Amina),
            new(node, $"{plan}/nodes/{activity}", Elif),
            new(node, $"{plan}/nodes/{activity}?tab=history", Dmitri),
            new($"{node}/edit", $"{plan}/nodes/{activity}/edit?version=2", Amina),
            new($"{node}/move", $"{plan}/nodes/{activity}/move?version=2", Amina),
            new($"{node}/progress", $"{plan}/nodes/{activity}/progress", Amina),
            new($"{Country}/serves/{{word}}/{{id:guid}}", $"/xs/serves/objective/{goal}", Amina),
        ];
    }
}
