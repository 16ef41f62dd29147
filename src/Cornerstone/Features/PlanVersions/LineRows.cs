using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.PlanVersions;

/// <summary>Rows of the sheets of costs, funding lines and links: each names its node by code.</summary>
internal static class LineRows
{
    public const string Costs = "costs";
    public const string Funding = "funding";
    public const string Links = "links";

    public static string ColumnOf(EconomicType type) => type switch
    {
        EconomicType.Wages => "wages",
        EconomicType.GoodsAndServices => "goodsAndServices",
        EconomicType.Capital => "capital",
        _ => "transfers",
    };

    /// <summary>What tells one row from another, on its sheet.</summary>
    public static string Key(WorkbookRow row) => string.Join('|', new[] { row.Sheet, row.Text("node"), row.Text("kind"), row.Text("source"), row.Text("target"), row.Text("year"), row.Text("currency")?.ToUpperInvariant() });

    public static async Task<IReadOnlyList<WorkbookRow>> ReadAsync(WorkbookRun run, PlanTarget target, CancellationToken ct)
    {
        if (target.Version is not { } version)
        {
            return [];
        }

        var (costs, funding, links) = (await run.Db.CostsOfAsync(version.Id, ct), await run.Db.FundingOfAsync(version.Id, ct), await run.Db.LinksOfAsync(version.Id, ct));
        var nodes = target.InOrder().ToList();
        return
        [
            .. nodes.SelectMany(n => costs[n.Id].GroupBy(c => (c.FiscalYear, c.Currency)).Select(g => CostRow(n.Code, g.Key.FiscalYear, g.Key.Currency, g))),
            .. nodes.SelectMany(n => funding[n.Id].Select(f => WorkbookRow.Of(Funding,
                [("node", n.Code), ("kind", f.Kind), ("source", f.Source), ("year", f.FiscalYear), ("currency", f.Currency.Code), ("amount", f.Amount)]))),
            .. nodes.SelectMany(n => links[n.Id].Select(l => WorkbookRow.Of(Links, [("node", n.Code), ("kind", l.Kind), ("target", l.Target)]))),
        ];
    }

    public static RowVerdict Check(WorkbookRow row, WorkbookRow? current, Dictionary<string, PlanLevel> seen, Text T)
    {
        var findings = Findings(row, seen, T).ToList();
        return findings.Count > 0 ? row.Refuse(findings) : row.Against(current);
    }

    public static async Task ApplyAsync(IReadOnlyList<RowVerdict> verdicts, WorkbookRun run, PlanTarget target, CancellationToken ct)
    {
        var db = run.Db;
        var ids = verdicts.Select(v => target.Nodes[v.Row.Text("node")!].Id).Distinct().ToList();
        var costs = (await db.PlanCosts.Where(c => ids.Contains(c.NodeId)).ToListAsync(ct)).ToDictionary(c => (c.NodeId, c.FiscalYear, c.EconomicType, c.Currency));
        var funding = (await db.PlanFundings.Where(f => ids.Contains(f.NodeId)).ToListAsync(ct)).ToDictionary(f => (f.NodeId, f.Kind, f.Source, f.FiscalYear, f.Currency));
        foreach (var row in verdicts.Select(v => v.Row))
        {
            var node = target.Nodes[row.Text("node")!];
            if (row.Sheet == Costs)
            {
                WriteCosts(db, row, node, costs);
            }
            else if (row.Sheet == Funding)
            {
                WriteFunding(db, row, node, funding);
            }
            else
            {
                db.Add(new PlanLink
                {
                    Country = node.Country,
                    Classification = node.Classification,
                    Compartment = node.Compartment,
                    VersionId = node.VersionId,
                    NodeId = node.Id,
                    Kind = Enum.Parse<PlanLinkKind>(row.Text("kind")!),
                    Target = row.Text("target")!,
                });
            }
        }
    }

    private static void WriteCosts(AppDb db, WorkbookRow row, PlanNode node, Dictionary<(Guid, int, EconomicType, Currency), PlanCost> stored)
    {
        var (year, currency) = ((int)row.Number("year")!.Value, Currency.Parse(row.Text("currency")!, null));
        foreach (var type in Enum.GetValues<EconomicType>().Where(t => row.Has(ColumnOf(t))))
        {
            var amount = row.Number(ColumnOf(type));
            if (stored.TryGetValue((node.Id, year, type, currency), out var cost))
            {
                if (amount is null)
                {
                    db.Remove(cost);
                }
                else if (cost.Amount != amount)
                {
                    cost.Amount = amount.Value;
                }
            }
            else if (amount is not null)
            {
                db.Add(new PlanCost
                {
                    Country = node.Country,
                    Classification = node.Classification,
                    Compartment = node.Compartment,
                    VersionId = node.VersionId,
                    NodeId = node.Id,
                    FiscalYear = year,
                    EconomicType = type,
                    Amount = amount.Value,
                    Currency = currency,
                });
            }
        }
    }

    private static void WriteFunding(AppDb db, WorkbookRow row, PlanNode node, Dictionary<(Guid, FundingKind, string, int, Currency), PlanFunding> stored)
    {
        var (kind, source) = (Enum.Parse<FundingKind>(row.Text("kind")!), row.Text("source")!);
        var (year, currency) = ((int)row.Number("year")!.Value, Currency.Parse(row.Text("currency")!, null));
        if (stored.TryGetValue((node.Id, kind, source, year, currency), out var line))
        {
            line.Amount = row.Number("amount")!.Value;
            return;
        }

        db.Add(new PlanFunding
        {
            Country = node.Country,
            Classification = node.Classification,
            Compartment = node.Compartment,
            VersionId = node.VersionId,
            NodeId = node.Id,
            Kind = kind,
            Source = source,
            FiscalYear = year,
            Amount = row.Number("amount")!.Value,
            Currency = currency,
        });
    }

    private static IEnumerable<WorkbookFinding> Findings(WorkbookRow row, Dictionary<string, PlanLevel> seen, Text T)
    {
        if (!seen.ContainsKey(row.Text("node")!))
        {
            yield return row.Finding("node", "plan.node-unknown", T["the code of a node of the first sheet"]);
        }

        if (row.Sheet == Links)
        {
            yield break;
        }

        if (row.Number("year") is not { } year || year != decimal.Truncate(year) || year is < 1900 or > 2200)
        {
            yield return row.Finding("year", "plan.year", T["a year such as 2026"]);
        }

        if (!Currency.TryParse(row.Text("currency"), out _))
        {
            yield return row.Finding("currency", "plan.currency", T["the three letters of a currency, such as USD"]);
        }

        var amounts = row.Sheet == Costs ? Enum.GetValues<EconomicType>().Select(ColumnOf) : ["amount"];
        foreach (var column in amounts.Where(c => row.Number(c) is < 0 or > 999_999_999_999_999m))
        {
            yield return row.Finding(column, "plan.v2", T["an amount of 0 or more"]);
        }
    }

    private static WorkbookRow CostRow(string node, int year, Currency currency, IEnumerable<PlanCost> costs)
    {
        var byType = costs.ToDictionary(c => c.EconomicType, c => c.Amount);
        return WorkbookRow.Of(Costs,
        [
            ("node", node),
            ("year", year),
            ("currency", currency.Code),
            .. Enum.GetValues<EconomicType>().Select(t => (ColumnOf(t), (object?)(byType.TryGetValue(t, out var amount) ? amount : (decimal?)null))),
        ]);
    }
}
