using Cornerstone.Access;
using Cornerstone.Data;

namespace Cornerstone.Demonstration;

/// <summary>Whose hands the country's record went through: nobody approves or verifies their own, not in a demonstration either.</summary>
internal sealed record SoleniaPeople(Reader Secretariat, Reader Finance, Reader FocalPoint)
{
    public static async Task<SoleniaPeople> OfAsync(AppDb db, CancellationToken ct)
    {
        Task<Reader> With(Role role) => CurrentReader.ReaderOfAsync(db, DemonstrationPerson.All.Single(p => p.Role == role).Id, ct);
        return new(await With(Role.Secretariat), await With(Role.FinanceAnalyst), await With(Role.FocalPoint));
    }
}
