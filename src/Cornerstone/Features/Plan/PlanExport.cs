using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.Plan;

/// <summary>The tree as a file: one row for each node and currency, so that no column mixes two of them; a node of unknown cost has one row without figures.</summary>
internal static class PlanExport
{
    public static IListExport Of(IEnumerable<PlanBranch> branches, PlanInForce shown, PlanNames names, ILookup<Guid?, PlanFinding> findings, DateOnly today, Text T) =>
        new ListExport<(PlanBranch Branch, MoneyFigures? Money)>("plan", T["National plan"], branches.SelectMany(Rows))
        {
            Columns =
            [
                new(T["Code"], r => r.Branch.Node.Code, Width: 14),
                new(T["Stands under"], r => r.Branch.Parent?.Node.Code, Width: 14),
                new(T["Level"], r => T.Of(r.Branch.Node.Level, shown.Version.Levels), Width: 14),
                new(T["Title"], r => r.Branch.Node.Title.In(T.Language.Code), Width: 60),
                new(T["Owner"], r => r.Branch.Node.OwnerId is { } owner ? names.InstitutionIn(owner, T) : null, Width: 30),
                new(T["Components"], r => string.Join("; ", r.Branch.Node.Components)),
                new(T["Regions"], r => string.Join("; ", r.Branch.Node.Regions)),
                new(T["Starts on"], r => r.Branch.Node.StartsOn, CellKind.Date, 14),
                new(T["Ends on"], r => r.Branch.Node.EndsOn, CellKind.Date, 14),
                new(T["Progress"], r => T.Of(r.Branch.State), Width: 18),
                new(T["Late"], r => r.Branch.IsLate(today)),
                new(T["Steps done"], r => (long)r.Branch.Steps(today).Done, CellKind.Number, 12),
                new(T["Steps"], r => (long)r.Branch.Steps(today).All, CellKind.Number, 12),
                new(T["Currency"], r => r.Money?.Currency.Code, Width: 10),
                new(T["Cost"], r => r.Money?.Cost, CellKind.Number),
                new(T["National allocation"], r => r.Money?.National, CellKind.Number),
                new(T["Commitments to it"], r => r.Money?.Commitments, CellKind.Number),
                new(T["Missing"], r => r.Money?.Gap, CellKind.Number),
                new(T["Funded"], r => r.Money?.Funded?.Share, CellKind.Percentage, 12),
                new(T["Findings"], r => string.Join("; ", findings[r.Branch.Node.Id].Select(f => $"{f.Rule}: {T[f.Says]}")), Width: 50),
            ],
            Source = shown.Plan.Title.In(T.Language.Code),
            Period = T["Version {0}: {1}", shown.Version.Number, T.Of(shown.Version.State)],
        };

    private static IEnumerable<(PlanBranch, MoneyFigures?)> Rows(PlanBranch branch) =>
        branch.Figures.Count == 0 ? [(branch, null)] : branch.Figures.Select(f => (branch, (MoneyFigures?)f));
}
