using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cornerstone.Tests.TestKit;

namespace Cornerstone.Tests.TwoWorlds;

/// <summary>Forms as a visitor of the tests sends them.</summary>
internal static class SentForms
{
    extension(OfferedForm form)
    {
        public Task<HttpResponseMessage> SendAsync(Visitor visitor, string token, CancellationToken ct) => visitor.Client.PostAsync(form.Action, form.ContentWith(token), ct);

        /// <summary>The token this visitor's forms carry.</summary>
        public static async Task<string> TokenOfAsync(Visitor visitor, string page = "/xs") =>
            (await visitor.OpenAsync(page)).QuerySelector<IHtmlInputElement>($"input[name={OfferedForm.Token}]")!.Value;
    }
}

/// <summary>An answer as somebody sees it, with what is new in each answer and the records it names left out.</summary>
internal static partial class Seen
{
    public static async Task<string> OfAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var seen = new StringBuilder().Append((int)answer.StatusCode).Append('\n');
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Set-Cookie" or "Date")).OrderBy(h => h.Key, StringComparer.Ordinal))
        {
            seen.Append(name).Append(": ").AppendJoin(", ", values).Append('\n');
        }

        seen.Append(Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(ct)));
        return Guids.Record().Replace(WorldCrawl.Changing().Replace(seen.ToString(), "~"), "*");
    }

    public static bool IsRefused(HttpStatusCode status) =>
        status is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed;
}
