using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Ui.Tags;

namespace Cornerstone.Features.Delineation;

/// <summary>The roles of an institution, on its page.</summary>
public sealed class InstitutionRoles(AppDb db, Text T) : IInstitutionPanel
{
    public string Label => "Roles in the functions of the sector";

    public string Needs => DelineationRoom.Read;

    public async Task<IReadOnlyList<InstitutionNote>> NotesAsync(string country, Guid institution, DateOnly day, CancellationToken ct)
    {
        var functions = (await db.FunctionsAsync(country, ct)).ToDictionary(f => f.Id);
        var roles = (await db.AssignmentsOnAsync(country, day, ct)).Where(r => r.InstitutionId == institution && functions.ContainsKey(r.FunctionId));
        return [.. roles
            .OrderBy(r => r.Role).ThenBy(r => functions[r.FunctionId].Position)
            .Select(r => new InstitutionNote(
                functions[r.FunctionId].Names.In(T.Language.Code), $"/{country.ToLowerInvariant()}/delineation/{functions[r.FunctionId].Code}",
                r.Standing == Standing.Claimed ? T["{0} (claimed)", T.Of(r.Role)] : T.Of(r.Role), r.Role == RoleInFunction.A ? Tone.Information : Tone.Neutral))];
    }
}
