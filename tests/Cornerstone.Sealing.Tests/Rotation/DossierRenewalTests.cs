using Cornerstone.Sealing.Attachments;
using Cornerstone.Sealing.Keys;
using Cornerstone.Sealing.Rotation;
using Cornerstone.Sealing.Tests.TestKit;

namespace Cornerstone.Sealing.Tests.Rotation;

/// <summary>A key may have been stolen: one dossier of nine fields and an attachment gets a new key.</summary>
public sealed class DossierRenewalTests : IAsyncLifetime
{
    private readonly MemoryWraps wraps = new();
    private readonly MemoryContents contents;
    private readonly CompartmentKey compartment = CompartmentKey.Create(Guid.CreateVersion7()).Next().Key;
    private readonly Guid dossier = Guid.CreateVersion7();
    private readonly DossierKey stolen;

    public DossierRenewalTests()
    {
        contents = new MemoryContents(wraps);
        stolen = DossierKey.Create(dossier, 1);
        wraps.Dossiers.Add(compartment.Wrap(stolen));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        for (var i = 0; i < 9; i++)
        {
            var place = Given.Place(version: i + 1);
            contents.Cells.Add(new SealedCell(dossier, place, stolen.Seal(place, $"statement {i}")));
        }

        var file = Given.Place("file");
        using var target = new MemoryStream();
        await SealedAttachment.SealAsync(new MemoryStream(new byte[100_000]), target, stolen, file, "scan.pdf", Stop);
        contents.Files.Add((dossier, file), target.ToArray());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task All_is_sealed_anew_and_the_stolen_key_opens_nothing_that_is_stored()
    {
        Assert.True(await RenewAsync());

        await AssertRenewedAsync();
    }

    // CR-07 for the renewal: at each call, before and after it is done.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_step_nothing_is_unreadable_and_it_is_finished_later(bool after)
    {
        var calls = 0;
        while (true)
        {
            wraps.Kill = (wraps.Calls + calls, after);
            try
            {
                await RenewAsync();
                break;
            }
            catch (KilledException)
            {
                wraps.Kill = null;
                await AssertReadableAsync();
                calls++;
            }
        }

        Assert.True(calls >= 3, "The renewal was never killed.");
        wraps.Kill = null;
        await AssertRenewedAsync();
    }

    [Fact]
    public async Task A_renewal_killed_once_at_each_step_of_a_fresh_start_is_finished_by_the_next()
    {
        Assert.True(await RenewAsync());
        var steps = wraps.Calls;

        for (var call = 0; call < steps; call++)
        {
            await using var again = new DossierRenewalTests();
            await again.InitializeAsync();
            again.wraps.Kill = (call, call % 2 == 0);
            await Assert.ThrowsAsync<KilledException>(again.RenewAsync);

            again.wraps.Kill = null;
            await again.AssertReadableAsync();
            Assert.True(await again.RenewAsync());
            await again.AssertRenewedAsync();
        }
    }

    [Fact]
    public async Task A_second_renewal_finds_nothing_to_do()
    {
        await RenewAsync();
        var cells = contents.Cells.ToList();

        Assert.True(await RenewAsync());

        Assert.Equal(cells, contents.Cells);
    }

    [Fact]
    public async Task An_erased_dossier_gets_no_new_key()
    {
        wraps.Dossiers.Clear();

        Assert.False(await RenewAsync());

        Assert.Empty(wraps.Dossiers);
    }

    [Fact]
    public async Task An_altered_field_is_an_alarm_and_its_key_stays()
    {
        var cell = contents.Cells[3];
        var bytes = cell.Field.ToStored();
        bytes[^1] ^= 1;
        contents.Cells[3] = cell with { Field = SealedField.FromStored(bytes) };

        await Assert.ThrowsAsync<SealBrokenException>(RenewAsync);

        Assert.Contains(wraps.Dossiers, d => d.Generation == 1);
    }

    private Task<bool> RenewAsync() => new DossierRenewal(wraps, contents, batch: 4).RenewAsync(dossier, compartment, Stop);

    private async Task AssertReadableAsync()
    {
        var keys = wraps.Dossiers.Select(compartment.Open).ToDictionary(k => k.Generation);
        Assert.All(contents.Cells, c => Assert.StartsWith("statement", keys[c.Field.Generation].OpenText(c.Place, c.Field), StringComparison.Ordinal));
        foreach (var ((_, place), bytes) in contents.Files)
        {
            await using var opened = await AttachmentStream.OpenAsync(new MemoryStream(bytes), keys[SealedAttachment.GenerationOf(bytes)], place, Stop);
            using var content = new MemoryStream();
            await opened.CopyToAsync(content, Stop);
            Assert.Equal(("scan.pdf", 100_000), (opened.Name, content.Length));
        }
    }

    private async Task AssertRenewedAsync()
    {
        await AssertReadableAsync();
        Assert.Equal(2, Assert.Single(wraps.Dossiers).Generation);
        Assert.All(contents.Cells, c => Assert.Equal(2, c.Field.Generation));
        Assert.All(contents.Cells, c => Assert.Throws<SealBrokenException>(() => stolen.OpenText(c.Place, c.Field)));
        Assert.All(contents.Files.Values, f => Assert.Equal(2, SealedAttachment.GenerationOf(f)));
    }
}
