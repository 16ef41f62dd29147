using Cornerstone.Data;
using Cornerstone.Features.Legislation;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Reclassifications;

internal static class GivenLaw
{
    /// <summary>A law with its first step, entered by the secretariat.</summary>
    public static async Task<Law> LawAsync(this TestApp app, Classification level, string code = "ACT-1", Guid? compartment = null)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var db = await app.DbAsAsync(Amina);
        var law = new Law { Country = "XS", Classification = level, Compartment = compartment, Code = code, Title = Wording.Of("en", $"Police {code}") };
        db.AddRange(law, law.Take(new(LawState.Planned, new(2025, 1, 1)), isFirst: true, Amina.Id, DateTimeOffset.UnixEpoch));
        await db.SaveAsync(new Act("legislation.add", "XS", DateTimeOffset.UnixEpoch), ct);
        return law;
    }

    /// <summary>Lowers the law's level on its own form, saying why, or not.</summary>
    public static async Task<HttpResponseMessage> LowerAsync(this Visitor visitor, Guid law, Classification to, string? because = "Published in the gazette")
    {
        var fields = new Dictionary<string, string> { ["Form.Classification"] = to.ToString() };
        if (because is not null)
        {
            fields["LoweringReason"] = because;
        }

        return await visitor.SubmitAsync(await visitor.OpenAsync($"/xs/laws/edit/{law}"), "form[data-test=law]", fields);
    }
}
