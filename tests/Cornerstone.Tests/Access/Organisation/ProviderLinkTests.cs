using System.Net;
using Cornerstone.Access;
using Cornerstone.Access.Organisation;
using Cornerstone.Tests.Access.Sessions;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access.Organisation;

/// <summary>Two people link a person to the number their organisation knows them by; one ends it.</summary>
public sealed class ProviderLinkTests
{
    private const string Address = "/xs/people/organisation";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_asks_another_approves_and_the_persons_sessions_end()
    {
        await using var provider = await SmallProvider.StartAsync();
        await using var app = await provider.StartAppAsync();
        var copy = await CopiedCookie.OfAsync(app, Bruno);
        var karim = await app.AsAsync(Karim);
        using var asked = await AskAsync(karim, "4711", Bruno);
        Assert.Equal(0, await LinksAsync(app));

        await TwoAdministrators.ApproveAsync(app);

        Assert.Equal(1, await LinksAsync(app));
        await copy.AssertIsWorthNothingAsync();
        Assert.Contains("4711", (await karim.OpenAsync(Address)).QuerySelector("[data-test=link]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(new[] { "access.ask", "access.link-organisation" }.Except(await app.ActsAsync()));
    }

    [Theory]
    [InlineData("4711", true)]
    [InlineData("0815", false)]
    public async Task A_number_is_one_persons_and_a_person_has_one(string number, bool isForAnother)
    {
        await using var provider = await SmallProvider.StartAsync();
        await using var app = await provider.StartAppAsync();
        await LinkAsync(app, "4711", Bruno);
        using var asked = await AskAsync(await app.AsAsync(Karim), number, isForAnother ? Farid : Bruno);
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var leila = await app.AsAsync(Leila);

        using var refused = await leila.SubmitAsync(await leila.OpenAsync("/xs/people/requests"), "form[action*=Decide]", new() { ["approve"] = "true" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(1, await LinksAsync(app));
    }

    [Fact]
    public async Task Ending_a_link_takes_one_and_no_waiting()
    {
        await using var provider = await SmallProvider.StartAsync();
        await using var app = await provider.StartAppAsync();
        await LinkAsync(app, "4711", Bruno);
        var karim = await app.AsAsync(Karim);

        using var ended = await karim.SubmitAsync(await karim.OpenAsync(Address), "form[action*=End]", await LinkFieldAsync(app));

        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(0, await LinksAsync(app));
        using var back = await provider.SignInAsync(app.AsNobody());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, back.StatusCode);
        Assert.Contains("access.unlink-organisation", await app.ActsAsync());
    }

    [Fact]
    public async Task Nobody_links_past_the_two_or_sees_whom_others_are_to_their_organisation()
    {
        await using var provider = await SmallProvider.StartAsync();
        await using var app = await provider.StartAppAsync();
        await LinkAsync(app, "4711", Bruno);
        await using var amina = await app.DbAsAsync(Amina);
        await using var karim = await app.DbAsAsync(Karim);

        Assert.Equal(0, await amina.ProviderLinks.CountAsync(Ct));
        karim.ProviderLinks.Add(new() { Id = Guid.CreateVersion7(), PersonId = Amina.Id, Issuer = provider.Issuer, Subject = "0815", MadeAt = DateTimeOffset.UnixEpoch });
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => karim.SaveAsync(new("access.link-organisation", "UN", DateTimeOffset.UnixEpoch), Ct));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.IsType<PostgresException>(refused.InnerException).SqlState);
    }

    [Theory]
    [InlineData("http://idp.example.org", "https://here.example.org", "cornerstone", "")]
    [InlineData("not an address", "https://here.example.org", "cornerstone", "")]
    [InlineData("https://idp.example.org", null, "cornerstone", "")]
    [InlineData("https://idp.example.org", "https://here.example.org", "", "")]
    [InlineData("https://idp.example.org", "https://here.example.org", "cornerstone", "mfa")]
    public void A_provider_that_is_named_wrongly_stops_the_start(string issuer, string? address, string client, string factors)
    {
        var file = Path.GetTempFileName();
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.Throws<RefusedException>(() => Settings(issuer, address, client, factors, file));
        Assert.Null(Settings("", address, client, factors, file));
        File.Delete(file);
    }

    [Fact]
    public void A_secret_that_others_may_read_stops_the_start()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "secret\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Equal(("secret", "idp.example.org", "https://here.example.org/sign-in/organisation/return"), Good(file));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead);

        Assert.Throws<RefusedException>(() => Good(file));
        File.Delete(file);
        Assert.Throws<RefusedException>(() => Good(file));
    }

    internal static async Task LinkAsync(TestApp app, string number, DemonstrationPerson person)
    {
        using var asked = await AskAsync(await app.AsAsync(Karim), number, person);
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        await TwoAdministrators.ApproveAsync(app);
    }

    private static async Task<HttpResponseMessage> AskAsync(Visitor karim, string number, DemonstrationPerson person) =>
        await karim.PostAsync(Address, await karim.OpenAsync(Address), new() { ["Person"] = person.Id.ToString(), ["Number"] = number });

    private static (string, string, string) Good(string file) =>
        Settings("https://idp.example.org/realm", "https://here.example.org", "cornerstone", "amr:mfa", file) is { } s ? (s.Secret, s.Name, s.Returns.ToString()) : default;

    private static ProviderSettings? Settings(string issuer, string? address, string client, string factors, string file) => ProviderSettings.Of(name => name switch
    {
        ProviderSettings.IssuerSetting => issuer,
        ProviderSettings.ClientSetting => client,
        ProviderSettings.SecondFactorSetting => factors,
        ProviderSettings.SecretSetting => file,
        _ => null,
    }, address is null ? null : new Uri(address));

    private static async Task<int> LinksAsync(TestApp app)
    {
        await using var bruno = await app.DbAsAsync(Bruno);
        return await bruno.ProviderLinks.CountAsync(Ct);
    }

    private static async Task<Dictionary<string, string>> LinkFieldAsync(TestApp app)
    {
        await using var bruno = await app.DbAsAsync(Bruno);
        return new() { ["link"] = (await bruno.ProviderLinks.SingleAsync(Ct)).Id.ToString() };
    }
}
