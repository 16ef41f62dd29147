using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cornerstone.Tests.Features.IndicatorValues;
using Cornerstone.Tests.TestKit;
using Cornerstone.Ui;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Ui;

/// <summary>Files as somebody sends them who means harm (security handbook, goal 20, UP-03 to UP-08).</summary>
public sealed class SentFileQuotaTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 9, 10, 20, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_sends_file_after_file_is_told_to_wait_others_are_not_and_the_next_hour_begins_anew()
    {
        var clock = new SetClock(Now);
        await using var app = await StartAsync(new(Forms: 20, Megabytes: 100), clock);
        var (greedy, other) = (await app.AsAsync(Amina), await app.AsAsync(Bruno));

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++)
        {
            answers.Add((await SendAsync(greedy, "a.txt", "words"u8.ToArray())).StatusCode);
        }

        using var refused = await SendAsync(greedy, "a.txt", "words"u8.ToArray());
        using var others = await SendAsync(other, "a.txt", "words"u8.ToArray());
        clock.Now = Now.AddMinutes(41);
        using var later = await SendAsync(await app.AsAsync(Amina), "a.txt", "words"u8.ToArray());

        Assert.Equal(20, answers.Count(a => a == HttpStatusCode.TooManyRequests));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(40), refused.Headers.RetryAfter!.Delta);
        Assert.Contains("You have sent as many files as one person may in an hour.", (await Visitor.ParseAsync(refused)).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, others.StatusCode);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, later.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await greedy.StatusOfAsync("/xs"));
    }

    [Fact]
    public async Task One_byte_more_than_the_hour_allows_is_refused_before_it_is_read()
    {
        await using var app = await StartAsync(new(Forms: 100, Megabytes: 1), new SetClock(Now));
        var amina = await app.AsAsync(Amina);

        using var first = await SendAsync(amina, "a.txt", new byte[600_000]);
        using var second = await SendAsync(amina, "a.txt", new byte[600_000]);
        using var small = await SendAsync(amina, "a.txt", new byte[1_000]);
        using var untold = await SendAsync(amina, "a.txt", new byte[1_000], isLengthTold: false);

        Assert.NotEqual(HttpStatusCode.RequestEntityTooLarge, first.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, second.StatusCode);
        Assert.NotEqual(HttpStatusCode.RequestEntityTooLarge, small.StatusCode);
        Assert.Equal(HttpStatusCode.LengthRequired, untold.StatusCode);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("many")]
    [InlineData("-5")]
    public void A_setting_that_is_no_number_stops_the_start(string value)
    {
        Environment.SetEnvironmentVariable(SentFileLimits.FormsSetting, value);
        try
        {
            Assert.Contains(SentFileLimits.FormsSetting, Assert.Throws<RefusedException>(SentFileLimits.FromEnvironment).Message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(SentFileLimits.FormsSetting, null);
        }
    }

    [Theory]
    [InlineData("picture.png", "<html><script>alert(1)</script></html>", false)]
    [InlineData("picture.png", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"></svg>", false)]
    [InlineData("picture.png", "\u0089PNG\r\n\u001A\n\0\0\0\rIHDR\0\0\u00C3P\0\0\u00C3P", false)]
    [InlineData("picture.png", "GIF89a/*\u0001\u0000\u0001\u0000*/=1;alert(1)//<script>alert(1)</script>", true)]
    [InlineData("../../../etc/cron.d/x\r\nSet-Cookie: a=b\u202Egnp.exe", "Words of a list", true)]
    public async Task Evidence_is_what_its_bytes_are_and_leaves_as_a_download_that_runs_nothing(string name, string content, bool isTaken)
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.ValueAsync(await app.IndicatorAsync());
        var bruno = await app.AsAsync(Bruno);

        using var sent = await EvidenceAsync(bruno, id, name, Encoding.Latin1.GetBytes(content.Replace('\u202E', '?')));

        Assert.Equal(isTaken ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        var link = (await bruno.OpenAsync($"/xs/values/{id}")).QuerySelector<IHtmlAnchorElement>("a[href*='/evidence/']");
        Assert.Equal(isTaken, link is not null);
        if (link is not null)
        {
            var other = await app.ValueAsync(await app.IndicatorAsync("SL-T3"));
            Assert.Equal(HttpStatusCode.OK, await bruno.StatusOfAsync($"/xs/values/{other}"));
            Assert.Equal(HttpStatusCode.NotFound, await bruno.StatusOfAsync(link.PathName.Replace(id.ToString(), other.ToString(), StringComparison.Ordinal)));
            using var file = await bruno.Client.GetAsync(link.PathName, Ct);
            Assert.Equal("application/octet-stream", file.Content.Headers.ContentType!.MediaType);
            Assert.Matches("^evidence-[0-9a-f]{12}(\\.txt)?$", file.Content.Headers.ContentDisposition!.FileName!);
            Assert.Equal("attachment", file.Content.Headers.ContentDisposition.DispositionType);
            Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
            Assert.StartsWith("sandbox", Assert.Single(file.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }
    }

    private static Task<TestApp> StartAsync(SentFileLimits limits, SetClock clock) => TestApp.StartAsync(adjust: builder =>
    {
        var settings = (HostSettings)builder.Services.Last(d => d.ServiceType == typeof(HostSettings)).ImplementationInstance!;
        builder.Services.AddSingleton(settings with { SentFiles = limits }).AddSingleton<TimeProvider>(clock);
    });

    /// <summary>A file sent as evidence of a value, through the form of its page.</summary>
    internal static async Task<HttpResponseMessage> EvidenceAsync(Visitor visitor, Guid value, string name, byte[] content)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent((await visitor.OpenAsync($"/xs/values/{value}")).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value), "__RequestVerificationToken" },
            { new StringContent("A list"), "FileTitle" },
        };
        form.Add(Named(content, "Upload", name));
        return await visitor.Client.PostAsync($"/xs/values/{value}?handler=Evidence", form, Ct);
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string name, byte[] content, bool isLengthTold = true)
    {
        using var form = new MultipartFormDataContent { Named(content, "Files", name) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/xs/library/import") { Content = isLengthTold ? form : new Untold(form) };
        return await visitor.Client.SendAsync(request, Ct);
    }

    // As a program would write it that does not care for the rules of headers.
    private static ByteArrayContent Named(byte[] content, string field, string name)
    {
        var part = new ByteArrayContent(content);
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{field}\"; filename=\"{name.Replace("\r\n", "%0D%0A", StringComparison.Ordinal)}\"");
        return part;
    }

    private sealed class Untold : HttpContent
    {
        private readonly HttpContent inner;

        public Untold(HttpContent inner)
        {
            this.inner = inner;
            Headers.ContentType = inner.Headers.ContentType;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => inner.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
