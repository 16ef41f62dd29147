using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Cornerstone.Tests.TestKit;

/// <summary>Somebody at a browser without scripts: opens pages, sends forms, keeps cookies.</summary>
public sealed class Visitor(HttpClient client)
{
    public HttpClient Client => client;

    public async Task<IHtmlDocument> OpenAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
        return await ParseAsync(answer);
    }

    public async Task<HttpStatusCode> StatusOfAsync(string path)
    {
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    /// <summary>Sends fields to a path with the form token of a page already open.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, IHtmlDocument page, Dictionary<string, string> fields)
    {
        var token = page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")?.Value;
        var all = token is null ? fields : fields.Append(new("__RequestVerificationToken", token));
        return client.PostAsync(path, new FormUrlEncodedContent(all), TestContext.Current.CancellationToken);
    }

    /// <summary>Sends one form of the page as a browser would: its own fields and action, with these values put in.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(IHtmlDocument page, string formSelector, Dictionary<string, string> values)
    {
        var form = page.QuerySelector<IHtmlFormElement>(formSelector) ?? throw new InvalidOperationException($"No form {formSelector} on the page.");
        var fields = form.Elements
            .Where(e => e is not IHtmlButtonElement && e.GetAttribute("name") is { Length: > 0 })
            .Where(e => e is not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false })
            .GroupBy(e => e.GetAttribute("name")!)
            .ToDictionary(g => g.Key, g => Value(g.First()));
        foreach (var (name, value) in values)
        {
            fields[name] = value;
        }

        var action = form.GetAttribute("action") is { Length: > 0 } a ? a : new Uri(page.Url).PathAndQuery;
        return await client.PostAsync(action, new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
    }

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var address = answer.RequestMessage!.RequestUri!.ToString();
        var document = await BrowsingContext.New(Configuration.Default)
            .OpenAsync(response => response.Content(html).Address(address), TestContext.Current.CancellationToken);
        return (IHtmlDocument)document;
    }

    private static string Value(IElement element) => element switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        _ => "",
    };
}
