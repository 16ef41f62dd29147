using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Regions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Nodes;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.PlanNodes;

/// <summary>What the form of a node offers: institutions, components, regions, laws, levels of secrecy.</summary>
public sealed record NodeChoices(
    IReadOnlyList<SelectListItem> Institutions,
    IReadOnlyList<SelectListItem> Components,
    IReadOnlyList<SelectListItem> Regions,
    IReadOnlyList<SelectListItem> Laws,
    IReadOnlyList<SelectListItem> Instruments,
    IReadOnlyList<SelectListItem> Classifications,
    bool ChangesAll)
{
    public static async Task<NodeChoices> ReadAsync(
        AppDb db, CurrentReader current, IEnumerable<INodePanel> panels, DateOnly today, bool changesAll, Text T, CancellationToken ct)
    {
        var country = current.Workspace!.Code;
        var institutions = (await db.InstitutionsOnAsync(country, today, ct))
            .Select(i => new SelectListItem(i.Names.In(T.Language.Code), i.Id.ToString())).OrderBy(i => i.Text, StringComparer.CurrentCulture);
        return new NodeChoices(
            [.. institutions],
            [.. (await db.ComponentsAsync(country, ct)).Select(c => new SelectListItem(T.NameOf(c), c.Code))],
            [.. (await db.RegionsAsync(country, ct)).Select(r => new SelectListItem(r.Names.In(T.Language.Code), r.Code))],
            await OfferedAsync(PlanLinkKind.Law),
            await OfferedAsync(PlanLinkKind.Instrument),
            [.. Enum.GetValues<Classification>().Where(c => c <= current.Reader.ClearanceIn(country)).Select(c => new SelectListItem(T.Of(c), c.ToString()))],
            changesAll);

        async Task<IReadOnlyList<SelectListItem>> OfferedAsync(PlanLinkKind kind)
        {
            var offered = new List<SelectListItem>();
            foreach (var panel in panels.Where(p => p.LinkKind == kind.ToString() && current.May(p.Needs)))
            {
                offered.AddRange((await panel.ChoicesAsync(country, ct)).Select(c => new SelectListItem(c.Text, c.Target)));
            }

            return offered;
        }
    }
}
