using Cornerstone.Features.PublicSupport;
using Cornerstone.Published;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.PublicSupport;

/// <summary>Sums of what is public: each dollar once, to the cent, and nothing of what is withheld.</summary>
public sealed class PublicLedgerTests
{
    private static readonly Edition Edition = new()
    {
        Country = "XS",
        CountryNames = Wording.Of("en", "Solenia"),
        Number = 1,
        AsOf = new(2026, 1, 1),
        PublishedAt = DateTimeOffset.UnixEpoch,
        Licence = "CC",
        Publisher = "We",
        Hash = "",
    };

    [Fact]
    public void Money_told_by_giver_and_receiver_is_counted_once_at_the_giver()
    {
        var ledger = PublicLedger.Of(
        [
            Told("A", "Giver", Line("3", 100.01m, from: "Giver", to: ("Agency", "B"))),
            Told("B", "Agency", Line("1", 100.01m, from: "Giver", fromActivity: "A", to: ("Agency", null)), Line("4", 90m, from: "Agency")),
        ]);

        Assert.Equal([("Giver", (decimal?)100.01m)], ledger.ByPartner.Select(s => (s.Name!.In("en"), s.Paid)));
        Assert.Equal(100.01m, ledger.ByComponent.Sum(s => s.Paid));
    }

    [Fact]
    public void A_withheld_amount_changes_no_sum_whatever_it_is()
    {
        PublicLedger Of(PublishedLine secret) => PublicLedger.Of([Told("A", "Giver", Line("3", 40m, from: "Giver"), secret)]);
        var withheld = Line("3", 0m, from: "Giver") with { State = ToldState.Withheld, Amount = null, Currency = null, Ground = PublicGround.Privacy };

        Assert.Equal([(decimal?)40m], Of(withheld).ByPartner.Select(s => s.Paid));
    }

    [Fact]
    public void Parts_by_component_add_up_to_the_cent_and_currencies_stay_apart()
    {
        var ledger = PublicLedger.Of([Told("A", "Giver", Line("3", 100m, from: "Giver", shares: [("POL", 33.33m), ("JUS", 33.33m)]), Line("3", 7m, "EUR", from: "Giver"))]);

        Assert.Equal(100m, ledger.ByComponent.Where(s => s.Currency == "USD").Sum(s => s.Paid));
        Assert.Contains(ledger.ByComponent, s => s.Name is null && s.Currency == "USD" && s.Paid == 33.34m);
        Assert.Equal(["EUR", "USD"], ledger.ByPartner.Select(s => s.Currency));
    }

    private static PublicActivity Told(string identifier, string reporter, params PublishedLine[] lines) => new(
        Edition,
        new PublishedActivity { Key = identifier, Identifier = identifier, Source = Wording.Of("en", "IATI"), Reporter = Party(reporter) },
        lines);

    private static PublishedLine Line(
        string stage, decimal amount, string currency = "USD", string? from = null, string? fromActivity = null, (string Name, string? Activity)? to = null, (string Code, decimal Share)[]? shares = null) => new()
        {
            Kind = PublicLineKind.Transaction,
            Stage = new(stage),
            State = ToldState.Known,
            Amount = amount,
            Currency = currency,
            FromDay = new(2025, 3, 1),
            Provider = from is null ? null : Party(from) with { Activity = fromActivity },
            Receiver = to is { } receiver ? Party(receiver.Name) with { Activity = receiver.Activity } : null,
            Components = [.. (shares ?? []).Select(s => new PublicShare(s.Code, Wording.Of("en", s.Code), null, s.Share))],
        };

    private static PublicParty Party(string name) => new(Wording.Of("en", name), $"XM-{name}", "40");
}
