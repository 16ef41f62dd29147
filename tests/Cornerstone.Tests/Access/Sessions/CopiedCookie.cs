using System.Net;
using Cornerstone.Access;
using Cornerstone.Tests.TestKit;

namespace Cornerstone.Tests.Access.Sessions;

/// <summary>A session's cookie in other hands: sent again exactly as it was, whatever the browser that had it did since.</summary>
internal sealed class CopiedCookie(TestApp app, string cookie)
{
    public string Value => cookie;

    public static async Task<CopiedCookie> OfAsync(TestApp app, DemonstrationPerson person) => (await SignInAsync(app, person)).Copy;

    public static async Task<(Visitor Owner, CopiedCookie Copy)> SignInAsync(TestApp app, DemonstrationPerson person)
    {
        var visitor = app.AsNobody();
        var page = await visitor.OpenAsync("/sign-in");
        using var answer = await visitor.PostAsync("/sign-in?handler=Demonstration", page, new() { ["person"] = person.Id.ToString() });
        var set = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("cornerstone=", StringComparison.Ordinal));
        return (visitor, new(app, set.Split(';')[0]));
    }

    public async Task<HttpStatusCode> StatusOfAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Cookie", cookie);
        using var answer = await app.AsNobody().Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    public async Task AssertOpensAsync() => Assert.Equal(HttpStatusCode.OK, await StatusOfAsync("/account/sessions"));

    public async Task AssertIsWorthNothingAsync()
    {
        Assert.Equal(HttpStatusCode.Redirect, await StatusOfAsync("/account/sessions"));
        Assert.Equal(HttpStatusCode.Redirect, await StatusOfAsync("/xs"));
    }
}
