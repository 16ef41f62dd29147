using System.Net;
using Cornerstone.Data;
using Cornerstone.Features.Instruments;
using Cornerstone.Features.Regions;
using Cornerstone.Tests.Features.Plan;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Instruments;

public sealed class InstrumentPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Validation_waits_until_each_region_was_consulted()
    {
        await using var app = await TestApp.StartAsync();
        await app.RegionsAsync("XS-N", "XS-S");
        var address = $"/xs/instruments/{await app.InstrumentAsync(InstrumentState.Consultation)}";
        var amina = await app.AsAsync(Amina);
        async Task<HttpResponseMessage> ConsultAsync(string region) => await amina.SubmitAsync(await amina.OpenAsync(address), "form[data-test=consultation]", new()
        {
            ["Consultation.Region"] = region,
            ["Consultation.HeldOn"] = "2026-02-01",
            ["Consultation.Women"] = "40",
            ["Consultation.Men"] = "60",
            ["Consultation.Youth"] = "30",
        });
        async Task<HttpStatusCode> ValidateAsync() => (await amina.SubmitAsync(await amina.OpenAsync(address), "form[data-test=step]", new() { ["Step.To"] = "Validation", ["Step.On"] = "2026-03-01" })).StatusCode;

        await ConsultAsync("XS-N");
        var early = await ValidateAsync();
        await ConsultAsync("XS-S");
        var heard = await ValidateAsync();

        Assert.Equal(((HttpStatusCode)422, HttpStatusCode.Redirect), (early, heard));
        var page = await amina.OpenAsync(address);
        Assert.Contains("In validation", page.QuerySelector("[data-test=state]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["80", "120", "60"], page.QuerySelectorAll("[data-test=consultations] tfoot .number").Select(c => c.TextContent.Trim()));
    }

    [Fact]
    public async Task A_suspended_strategy_offers_only_the_way_back_to_where_it_was()
    {
        await using var app = await TestApp.StartAsync();
        var address = $"/xs/instruments/{await app.InstrumentAsync(InstrumentState.InForce)}";
        var amina = await app.AsAsync(Amina);

        await amina.SubmitAsync(await amina.OpenAsync(address), "form[data-test=step]", new() { ["Step.To"] = "Suspended", ["Step.On"] = "2026-03-01", ["Step.Reason"] = "Unconstitutional change of government" });

        var page = await amina.OpenAsync(address);
        Assert.Contains("Suspended", page.QuerySelector("[data-test=state]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["InForce"], page.QuerySelectorAll("form[data-test=step] select#Step_To option").Select(o => o.GetAttribute("value")));
    }

    [Fact]
    public async Task A_foreign_drafted_strategy_without_consultation_says_so_on_its_page()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.InstrumentAsync(InstrumentState.Drafting);
        var amina = await app.AsAsync(Amina);

        var answer = await amina.SubmitAsync(await amina.OpenAsync($"/xs/instruments/edit/{id}"), "form[data-test=instrument]", new() { ["Form.NationalShare"] = "20" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("80 per cent", (await amina.OpenAsync($"/xs/instruments/{id}")).QuerySelector("[data-test=finding]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instrument_is_entered_and_the_four_elements_of_ownership_are_shown()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);

        var answer = await amina.SubmitAsync(await amina.OpenAsync("/xs/instruments/edit"), "form[data-test=instrument]", new()
        {
            ["Form.Kind"] = "CoordinationMechanism",
            ["Form.Title.En"] = "Reform council",
            ["Form.Code"] = "COUNCIL",
            ["Form.Classification"] = "Public",
            ["Step.To"] = "InForce",
            ["Step.On"] = "2024-01-01",
            ["Step.Authority"] = "President",
            ["Step.EffectiveOn"] = "2024-01-01",
        });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var cards = (await amina.OpenAsync("/xs/instruments")).QuerySelectorAll("[data-test=ownership] .card");
        Assert.Equal(4, cards.Length);
        Assert.Contains("Reform council", cards[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("instruments.add", await app.ActsAsync());
    }

    [Fact]
    public async Task Nothing_in_force_without_an_authority_even_by_another_door()
    {
        await using var app = await TestApp.StartAsync();
        await using var db = await app.DbAsAsync(Amina);
        var instrument = new Instrument { Country = "XS", Classification = Classification.Public, Code = "X", Kind = InstrumentKind.Policy, Title = Wording.Of("en", "X") };
        db.AddRange(instrument, instrument.Take(new(InstrumentState.InForce, new(2024, 1, 1)) { EffectiveOn = new(2024, 1, 1) }, isFirst: true, [], Amina.Id, DateTimeOffset.UnixEpoch));

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveAsync(new Act("instruments.add", "XS", DateTimeOffset.UnixEpoch), Ct));
    }

    [Fact]
    public async Task Editing_what_somebody_else_has_changed_meanwhile_shows_both_versions()
    {
        await using var app = await TestApp.StartAsync();
        var address = $"/xs/instruments/edit/{await app.InstrumentAsync(InstrumentState.Drafting)}";
        var amina = await app.AsAsync(Amina);
        var (first, second) = (await amina.OpenAsync(address), await amina.OpenAsync(address));
        await amina.SubmitAsync(first, "form[data-test=instrument]", new() { ["Form.Authors"] = "Ministry of Defence" });

        var conflict = await amina.SubmitAsync(second, "form[data-test=instrument]", new() { ["Form.Authors"] = "Foreign experts" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Contains("Ministry of Defence", (await Visitor.ParseAsync(conflict)).QuerySelector("[data-test=conflict]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instrument_made_stricter_takes_its_steps_and_consultations_with_it()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.InstrumentAsync(InstrumentState.Consultation);
        var (amina, elif) = (await app.AsAsync(Amina), await app.AsAsync(Elif));
        await amina.SubmitAsync(await amina.OpenAsync($"/xs/instruments/{id}"), "form[data-test=consultation]", new() { ["Consultation.HeldOn"] = "2026-02-01", ["Consultation.Women"] = "40" });
        Assert.Equal(HttpStatusCode.OK, await elif.StatusOfAsync($"/xs/instruments/{id}"));

        await amina.SubmitAsync(await amina.OpenAsync($"/xs/instruments/edit/{id}"), "form[data-test=instrument]", new() { ["Form.Classification"] = "Government" });

        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync($"/xs/instruments/{id}"));
        await using var db = await app.DbAsAsync(Elif);
        Assert.Empty(await db.InstrumentSteps.ToListAsync(Ct));
        Assert.Empty(await db.Consultations.ToListAsync(Ct));
        Assert.DoesNotContain("National Security Strategy", (await elif.OpenAsync("/xs/search?q=security+strategy")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var file = await elif.Client.GetAsync("/xs/instruments?handler=export&format=csv", Ct);
        Assert.DoesNotContain("National Security Strategy", await file.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_own_resources_of_the_country_are_the_national_funding_lines_of_the_plan()
    {
        await using var app = await TestApp.StartAsync();
        await app.InstrumentAsync(InstrumentState.InForce);
        await GivenPlan.InAsync(app);

        var cards = (await (await app.AsAsync(Amina)).OpenAsync("/xs/instruments")).QuerySelectorAll("[data-test=ownership] .card");

        // Cost 120, of which 54 national and 30 committed by partners (domain handbook §3.3): 45 per cent are the country's own.
        Assert.Contains("45 % of the plan’s cost", cards[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_reads_and_changes_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.InstrumentAsync(InstrumentState.Drafting);
        var dmitri = await app.AsAsync(Dmitri);

        Assert.Null((await dmitri.OpenAsync($"/xs/instruments/{id}")).QuerySelector("form[data-test=step]"));
        Assert.NotEqual(HttpStatusCode.OK, await dmitri.StatusOfAsync($"/xs/instruments/edit/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await dmitri.StatusOfAsync($"/xs/instruments/{Guid.CreateVersion7()}"));
    }
}

internal static class GivenInstruments
{
    public static async Task<Guid> InstrumentAsync(this TestApp app, InstrumentState state)
    {
        await using var db = await app.DbAsAsync(Amina);
        var instrument = new Instrument { Country = "XS", Classification = Classification.Public, Code = "NSS", Kind = InstrumentKind.Strategy, Title = Wording.Of("en", "National Security Strategy") };
        var move = new InstrumentMove(state, new(2025, 1, 1)) { Authority = "Council of Ministers", EffectiveOn = new(2025, 1, 1) };
        Assert.Null(instrument.Open(move, new(2026, 11, 21)));
        db.AddRange(instrument, instrument.Take(move, isFirst: true, [], Amina.Id, DateTimeOffset.UnixEpoch));
        await db.SaveAsync(new Act("instruments.add", "XS", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        return instrument.Id;
    }

    public static async Task RegionsAsync(this TestApp app, params IReadOnlyList<string> codes)
    {
        await using var db = await app.DbAsAsync(Amina);
        db.AddRange(codes.Select(c => new Region { Country = "XS", Classification = Classification.Public, Code = c, Names = Wording.Of("en", c), Level = 1 }));
        await db.SaveAsync(new Act("regions.add", "XS", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
    }
}
