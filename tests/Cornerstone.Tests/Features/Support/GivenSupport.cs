using Cornerstone.Data;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Support;

/// <summary>Partners and activities as a file would bring them.</summary>
internal static class GivenSupport
{
    public static Act Adding() => new("support.add", "XS", DateTimeOffset.UnixEpoch);

    public static async Task<Partner> PartnerAsync(this TestApp app, string name, Classification level = Classification.Public)
    {
        await using var db = await app.DbAsAsync(People.Amina);
        var partner = new Partner { Country = "XS", Classification = level, Names = Wording.Of("en", name) };
        db.Add(partner);
        await db.SaveAsync(new Act("partners.add", "XS", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        return partner;
    }

    public static async Task<Activity> ActivityAsync(this TestApp app, string identifier, Classification level = Classification.Public, Action<Activity>? adjust = null)
    {
        await using var db = await app.DbAsAsync(People.Amina);
        var source = new SupportSource { Country = "XS", Classification = level, Kind = SourceKind.National, Reference = identifier };
        var activity = new Activity
        {
            Country = "XS",
            Classification = level,
            SourceId = source.Id,
            Identifier = identifier,
            Title = Wording.Of("en", $"Title of {identifier}"),
            RecordedBy = People.Amina.Id,
            RecordedAt = DateTimeOffset.UnixEpoch,
        };
        adjust?.Invoke(activity);
        db.AddRange(source, activity);
        await db.SaveAsync(Adding(), TestContext.Current.CancellationToken);
        return activity;
    }

    public static Transaction Paid(Activity activity, decimal? amount, string? currency = "USD", TransactionType type = TransactionType.Disbursement) => new()
    {
        ActivityId = activity.Id,
        Country = activity.Country,
        Classification = activity.Classification,
        Number = 1,
        Type = type,
        Date = new DateOnly(2026, 3, 1),
        Amount = amount,
        Currency = currency,
    };
}
