using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Cornerstone.Access;
using Cornerstone.Charts;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Ui.ChartFiles;

/// <summary>
/// Answers "?chart=ID&amp;as=svg" of any page with that one of its charts as a file. The page is made as always, for the same reader and
/// the same filters: whoever may not open it gets no chart of it either.
/// </summary>
internal sealed partial class PageChartFilter(Text T, TimeProvider clock, CurrentReader current) : IAsyncResultFilter
{
    public const string Asked = "chart";
    public const string As = "as";
    public const string Svg = "svg";

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        var id = http.Request.Query[Asked].ToString();
        if (context.Result is not PageResult { StatusCode: null } || !HttpMethods.IsGet(http.Request.Method) || id.Length == 0 || http.Request.Query[As] != Svg)
        {
            await next();
            return;
        }

        var asked = new AskedChart(id);
        http.Features.Set(asked);
        var answer = http.Response.Body;
        http.Response.Body = Stream.Null;
        try
        {
            await next();
        }
        finally
        {
            http.Response.Body = answer;
            http.Features.Set<AskedChart>(null);
        }

        await AnswerAsync(http, asked);
    }

    private async Task AnswerAsync(HttpContext http, AskedChart asked)
    {
        if (asked is not { Drawn: { } chart, Options: { } options })
        {
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var source = asked.Source ?? current.Workspace?.NameIn(T.Language.Code) ?? "Cornerstone";
        var stamp = clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        var file = Encoding.UTF8.GetBytes(StandAlone.Of(chart, options, [T["Source: {0}", source], T["As of {0}", stamp]]));
        http.Response.ContentType = "image/svg+xml; charset=utf-8";
        http.Response.ContentLength = file.Length;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{NameOf(http.Request.Path, asked.Id)}.svg\"";
        await http.Response.Body.WriteAsync(file, http.RequestAborted);
    }

    private static string NameOf(string path, string id) => Unnamed().Replace($"{path.Trim('/')}-{id}", "-").Trim('-');

    [GeneratedRegex("[^A-Za-z0-9-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Unnamed();
}
