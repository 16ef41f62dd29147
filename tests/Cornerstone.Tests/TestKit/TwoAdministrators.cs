using System.Net;
using Cornerstone.Access;
using Cornerstone.Access.Requests;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.TestKit;

/// <summary>Karim asks, Leila approves: how anybody gets access.</summary>
internal static class TwoAdministrators
{
    /// <summary>The path of the link that Leila hands over.</summary>
    public static async Task<string> InviteAsync(TestApp app, string name, string email, Role role = Role.FocalPoint, string level = "Government")
    {
        var karim = await app.AsAsync(Karim);
        using var asked = await karim.PostAsync("/xs/people", await karim.OpenAsync("/xs/people"), new()
        {
            ["Name"] = name,
            ["Email"] = email,
            ["Role"] = role.ToString(),
            ["Clearance"] = level,
        });
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        return await ApproveAsync(app) ?? throw new InvalidOperationException("No link was made.");
    }

    /// <summary>A new password link for somebody; its path.</summary>
    public static async Task<string> NewPasswordAsync(TestApp app, DemonstrationPerson person)
    {
        await AskAsync(app, person, RequestKind.Password);
        return await ApproveAsync(app) ?? throw new InvalidOperationException("No link was made.");
    }

    public static async Task AskAsync(TestApp app, DemonstrationPerson person, RequestKind kind)
    {
        var karim = await app.AsAsync(Karim);
        using var asked = await karim.PostAsync("/xs/people?handler=Reset", await karim.OpenAsync("/xs/people"), new() { ["person"] = person.Id.ToString(), ["kind"] = kind.ToString() });
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
    }

    /// <summary>Leila approves what was asked first; the path of the link, where one was made.</summary>
    public static async Task<string?> ApproveAsync(TestApp app)
    {
        var leila = await app.AsAsync(Leila);
        using var approved = await leila.SubmitAsync(await leila.OpenAsync("/xs/people/requests"), "form[action*=Decide]", new() { ["approve"] = "true" });
        Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        return (await leila.OpenAsync("/xs/people/requests")).QuerySelector("[data-test=link]") is { } link ? new Uri(link.TextContent).PathAndQuery : null;
    }
}
