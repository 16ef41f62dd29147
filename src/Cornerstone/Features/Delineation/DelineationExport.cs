using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.Delineation;

/// <summary>Roles as a file: one line for each role, codes beside names.</summary>
internal static class DelineationExport
{
    public static ListExport<(SectorFunction Function, RoleAssignment Role)> Of(
        IReadOnlyList<(SectorFunction Function, RoleAssignment Role)> rows, DelineationReading reading, string? territory, DateOnly day, Text T)
    {
        var language = T.Language.Code;
        return new("delineation", T["Delineation of roles"], rows)
        {
            Columns =
            [
                new(T["Function"], r => r.Function.Code),
                new(T["Name"], r => r.Function.Names.In(language), Width: 40),
                new(T["Institution"], r => reading.Lines.Of(r.Role.InstitutionId)?.Code),
                new(T["Name of the institution"], r => reading.NameOf(r.Role.InstitutionId, language), Width: 40),
                new(T["Role"], r => r.Role.Role.ToString()),
                new(T["Meaning"], r => T.Of(r.Role.Role)),
                new(T["Standing"], r => T.Of(r.Role.Standing)),
                new(T["Territory"], r => r.Role.Territory ?? T["The whole country"]),
                new(T["Legal basis"], r => r.Role.LegalBasis, Width: 40),
                new(T["De facto"], r => r.Role.DeFacto ? T["Yes"] : T["No"]),
                new(T["Conditions"], r => r.Role.Conditions, Width: 40),
                new(T["Holds from"], r => r.Role.ValidFrom, CellKind.Date),
                new(T["Holds until"], r => r.Role.ValidUntil, CellKind.Date),
                new(T["Rules broken"], r => string.Join(" ", reading.Picture.Findings
                    .Where(f => f.Function == r.Function.Id && (f.Institutions.Count == 0 || f.Institutions.Contains(r.Role.InstitutionId)))
                    .Select(f => f.Rule).Distinct().Order(StringComparer.Ordinal))),
            ],
            Period = T["on {0}", day],
            Filters = string.IsNullOrEmpty(territory) ? [] : [T["Territory: {0}", territory]],
        };
    }
}
