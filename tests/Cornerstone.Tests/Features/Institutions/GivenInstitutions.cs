using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Institutions;

/// <summary>Institutions of Solenia as the secretariat would enter them.</summary>
internal static class GivenInstitutions
{
    public static async Task<Guid> InstitutionAsync(this TestApp app, string code, string name, Action<InstitutionProfile>? adjust = null, Classification level = Classification.Public)
    {
        await using var db = await app.DbAsAsync(People.Amina);
        var institution = new Institution { Country = "XS", Classification = level, Code = code };
        var profile = LinesOfCommandTests.Profile(institution.Id, name);
        profile.Classification = level;
        adjust?.Invoke(profile);
        db.Add(institution);
        db.Add(profile);
        await db.SaveAsync(new Act("institutions.add", "XS", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        return institution.Id;
    }
}
