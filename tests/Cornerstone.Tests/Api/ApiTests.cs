using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Cornerstone.Api;
using Cornerstone.Tests.Access.Tokens;
using Cornerstone.Tests.TestKit;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Api;

/// <summary>Programs get the rows that a page shows to the same person, page after page, and are told plainly when they get none.</summary>
public sealed class ApiTests
{
    private const string Activities = "/api/xs/support/activities";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_description_is_of_OpenAPI_3_1_and_names_every_address_there_is()
    {
        await using var app = await TestApp.StartAsync();
        var routes = RouteTable.Of(app).Select(RouteTable.Name).Where(r => r.StartsWith("/api/", StringComparison.Ordinal)).Select(r => r.Replace(":country", "", StringComparison.Ordinal).Replace(":guid", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        using var description = JsonDocument.Parse(await app.AsNobody().Client.GetStringAsync(ApiRoutes.Description, Ct));

        var root = description.RootElement;
        Assert.StartsWith("3.1.", root.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(routes, root.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal("bearer", root.GetProperty("components").GetProperty("securitySchemes").GetProperty("token").GetProperty("scheme").GetString());
        Assert.All(root.GetProperty("paths").EnumerateObject(), p =>
        {
            var get = p.Value.GetProperty("get");
            Assert.NotEmpty(get.GetProperty("summary").GetString()!);
            Assert.True(get.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").TryGetProperty("schema", out _), p.Name);
        });
    }

    [Fact]
    public async Task Page_by_page_a_program_gets_every_row_of_the_list_once_and_the_same_figures()
    {
        await using var app = await TestApp.SoleniaAsync();
        var amina = await app.AsAsync(Amina);
        var token = await ApiTokenTests.MakeAsync(amina);

        var rows = new List<JsonElement>();
        for (var next = $"{Activities}?limit=7"; next is not null;)
        {
            var page = await ReadAsync(app, token, next);
            var items = page.GetProperty("items").EnumerateArray().ToList();
            Assert.InRange(items.Count, 1, 7);
            rows.AddRange(items);
            next = page.GetProperty("next").GetString();
        }

        var file = (await amina.Client.GetStringAsync("/xs/support?handler=export&format=csv", Ct)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        Assert.Equal(rows.Count, rows.Select(r => r.GetProperty("id").GetGuid()).Distinct().Count());
        Assert.Equal(file.Count, rows.Count);
        Assert.All(rows, row =>
        {
            var line = Assert.Single(file, l => l.Contains(row.GetProperty("identifier").GetString()!, StringComparison.Ordinal));
            foreach (var sum in row.GetProperty("money").EnumerateArray().Where(s => s.GetProperty("type").GetString() is "outgoingCommitment" or "disbursement" && s.GetProperty("lines").GetInt32() > s.GetProperty("unknownLines").GetInt32()))
            {
                Assert.Contains(sum.GetProperty("sum").GetDecimal().ToString("#,##0.##", CultureInfo.InvariantCulture), line, StringComparison.Ordinal);
            }
        });
    }

    [Fact]
    public async Task Each_address_answers_a_token_with_rows_and_with_nothing_new_the_second_time()
    {
        await using var app = await TestApp.SoleniaAsync();
        var token = await ApiTokenTests.MakeAsync(await app.AsAsync(Amina));
        var activity = (await ReadAsync(app, token, $"{Activities}?limit=1")).GetProperty("items")[0].GetProperty("id").GetGuid();
        var indicator = (await ReadAsync(app, token, "/api/xs/indicators")).GetProperty("items").EnumerateArray().First(i => i.GetProperty("latest").ValueKind == JsonValueKind.Object).GetProperty("id").GetGuid();

        foreach (var address in new[]
        {
            Activities, $"{Activities}/{activity}", $"/api/xs/support/transactions?activity={activity}", "/api/xs/support/partners", "/api/xs/support/ledger", "/api/xs/institutions", "/api/xs/institutions?on=2024-01-01",
            "/api/xs/plan", "/api/xs/indicators", $"/api/xs/indicators/{indicator}/values?limit=1000",
        })
        {
            using var first = await SendAsync(app, token, address);
            Assert.Equal("application/json; charset=utf-8", first.Content.Headers.ContentType!.ToString());
            Assert.True((await first.Content.ReadAsStringAsync(Ct)).Length > 100, address);
            using var second = await SendAsync(app, token, address, first.Headers.ETag);
            Assert.Equal((HttpStatusCode.NotModified, 0), (second.StatusCode, (await second.Content.ReadAsByteArrayAsync(Ct)).Length));
        }
    }

    [Fact]
    public async Task Who_is_nobody_here_is_told_so_in_a_form_for_programs()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var token = await ApiTokenTests.MakeAsync(amina);

        Assert.Equal(HttpStatusCode.Unauthorized, await RefusedAsync(app, null, Activities));
        Assert.Equal(HttpStatusCode.Unauthorized, await RefusedAsync(app, token + "x", Activities));
        Assert.Equal(HttpStatusCode.Unauthorized, await RefusedAsync(app, token, "/api/un/support/activities"));
        Assert.Equal(HttpStatusCode.NotFound, await RefusedAsync(app, token, $"{Activities}/{Guid.CreateVersion7()}"));
        var karim = await ApiTokenTests.MakeAsync(await app.AsAsync(Karim));
        Assert.Equal(HttpStatusCode.NotFound, await RefusedAsync(app, karim, Activities));
    }

    [Theory]
    [InlineData("limit=0", "limit is 0: expected 1 to 1000.")]
    [InlineData("limit=1001", "limit is 1001: expected 1 to 1000.")]
    [InlineData("limit=many", "limit")]
    [InlineData("after=yesterday", "after")]
    [InlineData("status=Asleep", "status")]
    public async Task What_is_wrong_with_a_question_is_named(string question, string said)
    {
        await using var app = await TestApp.StartAsync();
        var token = await ApiTokenTests.MakeAsync(await app.AsAsync(Amina));

        using var answer = await SendAsync(app, token, $"{Activities}?{question}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(said, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement.GetProperty("detail").GetString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("rows=component&columns=oda&view=Spending")]
    [InlineData("rows=oda-beside&columns=none&stage=Committed&currency=XSC")]
    [InlineData("rows=partner&columns=flow&oda=Eligible&year=2025")]
    public async Task Sums_of_the_ledger_are_those_of_the_page_for_the_same_reader(string question)
    {
        await using var app = await TestApp.SoleniaAsync();
        foreach (var person in new[] { Amina, Elif })
        {
            var reader = await app.AsAsync(person);

            var told = await ReadAsync(app, await ApiTokenTests.MakeAsync(reader), $"/api/xs/support/ledger?{question}");

            var shown = JsonDocument.Parse(await reader.Client.GetStringAsync($"/xs/support/explorer?{question}&handler=export&format=json", Ct)).RootElement;
            Assert.Equal(LinesOf(shown, "value", "amounts", "total"), LinesOf(told, "value", "amounts", "total"));
            Assert.NotEqual(0m, told.GetProperty("total").GetDecimal());
            Assert.Equal(shown.GetProperty("total").GetDecimal(), told.GetProperty("total").GetDecimal());
            Assert.Equal(shown.GetProperty("leftOut").EnumerateArray().Sum(l => Known(l.GetProperty("amount"))), told.GetProperty("leftOut").EnumerateArray().Sum(l => Known(l.GetProperty("amount"))));
            Assert.All(told.GetProperty("rates").GetProperty("used").EnumerateArray(), IsARate);
            Assert.NotEmpty(told.GetProperty("rates").GetProperty("used").EnumerateArray());
            Assert.Contains("average", told.GetProperty("rates").GetProperty("sources").EnumerateArray().Select(s => s.GetProperty("method").GetString()));
        }

        static void IsARate(JsonElement used)
        {
            var (lowest, highest) = (used.GetProperty("lowest").GetDecimal(), used.GetProperty("highest").GetDecimal());
            Assert.True(lowest > 0m && lowest <= highest && used.GetProperty("days").GetInt32() > 0 && used.GetProperty("sources").GetArrayLength() > 0, used.GetRawText());
        }

        static List<string> LinesOf(JsonElement table, params string[] names) =>
            [.. table.GetProperty("lines").EnumerateArray().Select(l => string.Join(' ', names.Select(n => l.GetProperty(n).GetRawText())))];

        static decimal Known(JsonElement amount) => amount.ValueKind == JsonValueKind.Number ? amount.GetDecimal() : 0m;
    }

    [Theory]
    [InlineData("rows=nothing", "rows is nothing: expected year, partner")]
    [InlineData("columns=nothing", "columns is nothing: expected year, partner")]
    [InlineData("currency=money", "currency is money")]
    [InlineData("view=Sideways", "view")]
    public async Task A_question_of_the_ledger_that_is_wrong_is_not_answered_with_another(string question, string said)
    {
        await using var app = await TestApp.StartAsync();
        var token = await ApiTokenTests.MakeAsync(await app.AsAsync(Amina));

        using var answer = await SendAsync(app, token, $"/api/xs/support/ledger?{question}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(said, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement.GetProperty("detail").GetString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_program_in_a_hurry_waits_and_holds_up_nobody_else()
    {
        await using var app = await TestApp.StartAsync();
        var (hers, his) = (await ApiTokenTests.MakeAsync(await app.AsAsync(Amina)), await ApiTokenTests.MakeAsync(await app.AsAsync(Bruno)));
        HttpResponseMessage? refused = null;

        for (var i = 0; i < ApiSetup.AtOnce * 3 && refused is null; i++)
        {
            var answer = await SendAsync(app, hers, "/api/xs/support/partners?limit=1");
            refused = answer.StatusCode == HttpStatusCode.TooManyRequests ? answer : null;
        }

        Assert.InRange(refused!.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 5);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(app, his, "/api/xs/support/partners?limit=1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await (await app.AsAsync(Amina)).StatusOfAsync("/xs/support"));
    }

    private static async Task<JsonElement> ReadAsync(TestApp app, string token, string address)
    {
        using var answer = await SendAsync(app, token, address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement;
    }

    private static async Task<HttpStatusCode> RefusedAsync(TestApp app, string? token, string address)
    {
        using var answer = await SendAsync(app, token, address);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> SendAsync(TestApp app, string? token, string address, EntityTagHeaderValue? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        if (known is not null) request.Headers.IfNoneMatch.Add(known);
        return await app.AsNobody().Client.SendAsync(request, Ct);
    }
}
