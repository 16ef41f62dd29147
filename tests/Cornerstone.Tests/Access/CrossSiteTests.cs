using System.Net;
using System.Text;
using Cornerstone.Tests.TestKit;
using Cornerstone.Tests.TwoWorlds;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access;

/// <summary>No other site makes a signed-in browser change anything: every route, every unsafe method, every forgery (security handbook, goal 22, WB-05).</summary>
public sealed class CrossSiteTests
{
    private static readonly HttpMethod[] Unsafe = [HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete];

    [Fact]
    public async Task Every_forged_request_is_refused_on_every_route()
    {
        await using var app = await TestApp.StartAsync();
        var (amina, karim) = (await app.AsAsync(Amina), await app.AsAsync(Karim));
        var (hers, his) = (await OfferedForm.TokenOfAsync(amina, "/xs"), await OfferedForm.TokenOfAsync(karim, "/xs"));
        var nobody = app.AsNobody();
        var nobodys = await OfferedForm.TokenOfAsync(nobody, "/sign-in");
        var addresses = RouteTable.Of(app).Select(RouteTable.Fill).Distinct().ToList();
        var acts = await app.ActsAsync();
        var (passed, refusedByToken) = (new List<string>(), 0);

        foreach (var (visitor, own, others) in new[] { (amina, hers, his), (karim, his, hers), (nobody, nobodys, hers) })
        {
            foreach (var (address, method) in addresses.SelectMany(a => Unsafe.Select(m => (a, m))))
            {
                foreach (var (forgery, request) in Forged(address, method, own, others))
                {
                    using var sent = request;
                    using var answer = await visitor.Client.SendAsync(sent, TestContext.Current.CancellationToken);
                    refusedByToken += answer.StatusCode == HttpStatusCode.BadRequest ? 1 : 0;
                    if (!Seen.IsRefused(answer.StatusCode) && !IsSentToSignIn(answer))
                    {
                        passed.Add($"{method} {address} with {forgery}: {(int)answer.StatusCode}");
                    }
                }
            }
        }

        Assert.Empty(passed);
        Assert.True(addresses.Count > 100 && refusedByToken > addresses.Count, $"{addresses.Count} addresses, {refusedByToken} refused for their token");
        Assert.Equal(acts, await app.ActsAsync());
    }

    private static IEnumerable<(string Forgery, HttpRequestMessage Request)> Forged(string address, HttpMethod method, string own, string others)
    {
        yield return ("no token", Of(address, method, null));
        yield return ("an invented token", Of(address, method, "CfDJ8" + new string('x', 150)));
        yield return ("another person's token", Of(address, method, others));
        yield return ("JSON as text", new(method, address) { Content = new StringContent("{\"approve\":true}", Encoding.UTF8, "text/plain") });
        foreach (var (header, value) in new[] { ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"), ("Origin", "https://elsewhere.example"), ("Origin", "null") })
        {
            var request = Of(address, method, own);
            request.Headers.Add(header, value);
            yield return ($"{header}: {value}", request);
        }
    }

    private static HttpRequestMessage Of(string address, HttpMethod method, string? token) => new(method, address)
    {
        Content = new FormUrlEncodedContent(token is null ? [] : [KeyValuePair.Create("__RequestVerificationToken", token)]),
    };

    // Nobody is led to sign in before anything is looked at.
    private static bool IsSentToSignIn(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location?.ToString().Contains("/sign-in", StringComparison.Ordinal) == true;
}
