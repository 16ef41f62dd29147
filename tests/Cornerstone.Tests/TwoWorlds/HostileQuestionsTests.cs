using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Cornerstone.Tests.TestKit;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing.Patterns;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.TwoWorlds;

/// <summary>
/// Whatever stands where a question, an id or the name of a column is expected, it is no code: every parameter of every route, from the
/// program's own table of routes (security handbook, goal 24, WB-01 and AC-10).
/// </summary>
public sealed class HostileQuestionsTests(HostileQuestionsTests.OneWorld world) : IClassFixture<HostileQuestionsTests.OneWorld>
{
    private const string NumberTooLarge = "99999999999999999999999999";

    private static readonly string[] Corpus =
    [
        "'", "1' or '1'='1' --", "\"; drop table work.law; --", "1);select pg_sleep(60)--", "' union select null, version(), null--", "id desc, (select pg_sleep(60))",
        "code;delete from access.person", "\\", "%' escape '", "\0", "${7*7}{{7*7}}<%=7*7%>", "$1", "(((((a+)+)+)+)+)+$" + new string('a', 60), NumberTooLarge, "-1", "1e400", "NaN", "2147483647",
        "2026-02-30", "\u202E\uFFFF\uFEFF", new string('x', 3_000), "../../../../etc/passwd", "00000000-0000-0000-0000-000000000000' or true--",
    ];

    // What a fault of the database would say.
    private static readonly string[] Confessions = ["Npgsql", "PostgresException", "syntax error at or near", "SQLSTATE", "42601", "System.InvalidOperationException"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_name_a_page_reads_takes_what_is_asked_for_code()
    {
        var amina = await world.App.AsAsync(Amina);
        var (faults, sent) = (new List<string>(), 0);
        foreach (var (address, names) in await QuestionsAsync())
        {
            foreach (var name in names)
            {
                foreach (var word in TwoWorldsTests.IsWhole ? Corpus : [Corpus[sent % Corpus.Length]])
                {
                    sent++;
                    await AskAsync(amina, HttpMethod.Get, $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(word)}", null, faults);
                }
            }
        }

        Assert.True(sent > 400, $"{sent} questions");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task No_part_of_an_address_does()
    {
        var amina = await world.App.AsAsync(Amina);
        var (faults, sent) = (new List<string>(), 0);
        foreach (var route in RouteTable.Of(world.App).Where(r => r.RoutePattern.Parameters.Count > 0).DistinctBy(RouteTable.Name))
        {
            // A real server answers 400 to a NUL in a path before the program sees it.
            foreach (var word in Corpus.Where((w, i) => w != "\0" && (TwoWorldsTests.IsWhole || i % 11 == sent % 11)))
            {
                sent++;
                await AskAsync(amina, HttpMethod.Get, Fill(route.RoutePattern, word), null, faults);
            }
        }

        Assert.True(sent > 300, $"{sent} addresses");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task No_field_of_a_form_does()
    {
        var (amina, faults, i) = (await world.App.AsAsync(Amina), new List<string>(), 0);
        var token = await OfferedForm.TokenOfAsync(amina);
        var forms = (await OfferedForms.OfAsync(Amina)).Where(f => !f.Action.StartsWith("/me/", StringComparison.Ordinal)).ToList();
        foreach (var form in forms)
        {
            // The number no field can hold goes to every form: which of them gets which other word changes from run to run.
            foreach (var word in Corpus.Where((w, n) => TwoWorldsTests.IsWhole || n == i % Corpus.Length || w == NumberTooLarge))
            {
                // First what is free to write, then ids, numbers and choices too.
                await AskAsync(amina, HttpMethod.Post, form.Action, [.. form.Fields.Select(f => KeyValuePair.Create(f.Key, IsFree(f.Value) ? word : f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)], faults);
                await AskAsync(amina, HttpMethod.Post, form.Action, [.. form.Fields.Select(f => KeyValuePair.Create(f.Key, word)), KeyValuePair.Create("__RequestVerificationToken", token)], faults);
            }

            i++;
        }

        Assert.True(forms.Count > 60, $"{forms.Count} forms");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Names of columns nobody offered order, filter and add nothing: the page says word for word what it says to a question that means nothing.</summary>
    [Fact]
    public async Task A_list_asked_to_sort_filter_or_show_a_column_it_does_not_offer_is_the_list()
    {
        var jamila = await world.App.AsAsync(Jamila);
        var (different, compared) = (new List<string>(), 0);
        foreach (var address in TwoWorldsTests.Starts(world.App).Where(a => a.StartsWith("/xs/", StringComparison.Ordinal) && !a.Contains('?', StringComparison.Ordinal)))
        {
            // Some pages begin with a choice of their own, which any question replaces.
            using var plain = await jamila.Client.GetAsync(address + "?anything=else", Ct);
            if (plain.StatusCode != HttpStatusCode.OK)
            {
                continue;
            }

            compared++;
            using var asked = await jamila.Client.GetAsync($"{address}?orderby=classification&filter=compartment&fields=salt,decision_reason&include=Compartment&select=*&expand=History", Ct);
            var (one, other) = (await ShownAsync(plain), await ShownAsync(asked));
            if (one != other)
            {
                different.Add($"{address}: {WorldCrawl.FirstDifference(one, other)}");
            }
        }

        Assert.True(compared > 20, $"{compared} pages");
        Assert.True(different.Count == 0, string.Join('\n', different));
    }

    // What stands on it to be read: links keep what was asked.
    private static async Task<string> ShownAsync(HttpResponseMessage answer) =>
        $"{(int)answer.StatusCode} {(await Visitor.ParseAsync(answer)).QuerySelector("main")?.TextContent}";

    private static bool IsFree(string value) => !Guids.Record().IsMatch(value) && value is "Words" || value.Contains(' ', StringComparison.Ordinal);

    private static async Task AskAsync(Visitor visitor, HttpMethod method, string address, IReadOnlyList<KeyValuePair<string, string>>? form, List<string> faults)
    {
        using var request = new HttpRequestMessage(method, address) { Content = form is null ? null : new FormUrlEncodedContent(form) };
        using var answer = await visitor.Client.SendAsync(request, Ct);
        // An id drawn at random may hold the digits of a code.
        var said = Guids.Record().Replace(await answer.Content.ReadAsStringAsync(Ct), "");
        var confessed = Confessions.FirstOrDefault(c => said.Contains(c, StringComparison.Ordinal));
        if ((int)answer.StatusCode >= 500 || confessed is not null)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{confessed} {method} {(address.Length > 200 ? address[..200] : address)} {(int)answer.StatusCode} {form?.FirstOrDefault(f => !Guids.Record().IsMatch(f.Value)).Value}"));
        }
    }

    // An address of each page that is there, with the names the page reads.
    private async Task<IReadOnlyList<(string Address, IReadOnlyList<string> Names)>> QuestionsAsync()
    {
        var pages = (await BoundNames.PagesAsync(world.App)).Select(p => (Pattern: Pattern(p), Names: (IReadOnlyList<string>)[.. BoundNames.Asked(p)])).ToList();
        return [.. (await OfferedForms.AddressesOfAsync(Amina)).Select(a => a.Split('?')[0]).Distinct()
            .Select(a => (Address: a, Page: pages.Where(p => p.Pattern.IsMatch(a.TrimStart('/'))).OrderByDescending(p => p.Pattern.ToString().Count(c => c != '[' && c != '+')).FirstOrDefault()))
            .Where(q => q.Page.Names is not null).DistinctBy(q => q.Page.Pattern.ToString())
            .Select(q => (q.Address, q.Page.Names))];
    }

    private static Regex Pattern(CompiledPageActionDescriptor page) =>
        new("^" + string.Join('/', page.AttributeRouteInfo!.Template!.Split('/').Select(s => s.StartsWith('{') ? s.StartsWith("{*", StringComparison.Ordinal) ? ".+" : "[^/]+" : Regex.Escape(s))) + "$", RegexOptions.NonBacktracking);

    private static string Fill(RoutePattern pattern, string word) => "/" + string.Join('/', pattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart { Name: "country" } => "xs",
        RoutePatternParameterPart { Name: "language" } => "en",
        RoutePatternParameterPart => Uri.EscapeDataString(word),
        _ => "x",
    }))));

    /// <summary>The invented country, for all that is asked here.</summary>
    public sealed class OneWorld : IAsyncLifetime
    {
        internal TestApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await Worlds.OneAsync(CancellationToken.None);

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
