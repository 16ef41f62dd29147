using System.Diagnostics;
using Cornerstone.Sealing;
using Cornerstone.Sealing.Attachments;
using Cornerstone.Sealing.Keys;
using Cornerstone.Sealing.Rotation;
using Cornerstone.Sealing.Searching;

namespace Cornerstone.Bench;

/// <summary>What sealing costs: wraps, fields, a rotation, a search, an attachment. Stores are in memory: the database's share is not in these figures.</summary>
internal static class SealingBench
{
    private const int FieldsOfDossier = 20;

    private static readonly string Text = string.Concat(Enumerable.Repeat("The witness lives near the old market and saw the car. ", 38))[..2_000];

    internal static async Task<int> RunAsync(Options options)
    {
        var dossiers = int.TryParse(options["--dossiers"], out var asked) ? asked : 10_000;
        using var compartment = CompartmentKey.Create(Guid.CreateVersion7());
        MeasureVault();
        MeasureWraps(compartment);
        MeasureFields(compartment);
        await RotateAsync(dossiers);
        await SearchAsync(compartment, dossiers / 2);
        await AttachAsync(compartment);
        return 0;
    }

    private static void MeasureVault()
    {
        using var person = PersonKey.Create(Guid.CreateVersion7());
        using var phrase = VaultPassphrase.Draw();
        var vault = person.Close(phrase);
        Measure("open a person's key by passphrase", 10, () => PersonKey.Open(person.Person, vault, phrase)!.Dispose());
    }

    private static void MeasureWraps(CompartmentKey compartment)
    {
        using var member = PersonKey.Create(Guid.CreateVersion7());
        using var dossier = compartment.NewDossier(Guid.CreateVersion7());
        var (toMember, toDossier, atIntake) = (compartment.Admit(member.Holder), compartment.Wrap(dossier), compartment.Intake.Wrap(dossier));
        Measure("wrap a compartment key to a member", 2_000, () => compartment.Admit(member.Holder));
        Measure("open a compartment key as a member", 2_000, () => member.Open(toMember).Dispose());
        Measure("wrap a dossier key", 100_000, () => compartment.Wrap(dossier));
        Measure("open a dossier key", 100_000, () => compartment.Open(toDossier).Dispose());
        Measure("open a dossier key taken at intake", 2_000, () => compartment.Receive(atIntake).Dispose());
    }

    private static void MeasureFields(CompartmentKey compartment)
    {
        using var dossier = compartment.NewDossier(Guid.CreateVersion7());
        var place = PlaceOf(compartment, 1);
        var field = dossier.Seal(place, Text);
        Measure("seal a field of 2 KB", 200_000, () => dossier.Seal(place, Text));
        Measure("open a field of 2 KB", 200_000, () => dossier.Read(place, field, static bytes => bytes.Length));
    }

    private static async Task RotateAsync(int dossiers)
    {
        using var first = CompartmentKey.Create(Guid.CreateVersion7());
        using var member = PersonKey.Create(Guid.CreateVersion7());
        using var recovery = RecoveryKey.Create(Guid.CreateVersion7());
        var store = new SealingBenchWraps([first.Admit(member.Holder), first.Admit(recovery.Holder)], [.. Enumerable.Range(0, dossiers).Select(i => WrapOf(first, i))]);
        var rotation = new KeyRotation(store);
        var watch = Stopwatch.StartNew();
        using var second = (await rotation.BeginAsync(first, new HashSet<Guid> { member.Person, recovery.Id }, CancellationToken.None))!;
        var outcome = await rotation.FinishAsync([first, second], CancellationToken.None);
        Console.WriteLine($"rotation of {outcome.Renewed:N0} dossiers (one in five from intake): {watch.Elapsed.TotalSeconds:F2} s, {outcome.Broken.Count} unreadable, old key retired: {outcome.Retired}");

        static DossierWrap WrapOf(CompartmentKey key, int i)
        {
            using var dossier = key.NewDossier(Guid.CreateVersion7());
            return i % 5 == 0 ? key.Intake.Wrap(dossier) : key.Wrap(dossier);
        }
    }

    private static async Task SearchAsync(CompartmentKey compartment, int dossiers)
    {
        var keys = Enumerable.Range(0, dossiers).Select(_ => compartment.NewDossier(Guid.CreateVersion7())).ToDictionary(k => k.Dossier);
        var wraps = keys.Values.ToDictionary(k => k.Dossier, compartment.Wrap);
        var cells = keys.Values.SelectMany(k => Enumerable.Range(0, FieldsOfDossier).Select(i => Cell(k, PlaceOf(compartment, i)))).ToList();
        foreach (var key in keys.Values) key.Dispose();

        var search = new SealedSearch(SearchBudget.Usual, TimeProvider.System);
        DossierKey? open = null;
        var (watch, found) = (Stopwatch.StartNew(), 0);
        await foreach (var _ in search.FindAsync(cells.ToAsyncEnumerable(), KeyOf, SealedSearch.Containing("old bridge"), CancellationToken.None)) found++;
        Console.WriteLine($"search of {search.Searched:N0} fields of 2 KB in {dossiers:N0} dossiers: {watch.Elapsed.TotalSeconds:F2} s, {found} found, ended early: {search.EndedEarly}");

        DossierKey KeyOf(SealedCell cell)
        {
            if (open?.Dossier == cell.Dossier) return open;

            open?.Dispose();
            return open = compartment.Open(wraps[cell.Dossier]);
        }
    }

    private static async Task AttachAsync(CompartmentKey compartment)
    {
        const int Length = 128 * 1024 * 1024;
        using var dossier = compartment.NewDossier(Guid.CreateVersion7());
        var place = PlaceOf(compartment, 1);
        using var target = new MemoryStream(2 * Length);
        var watch = Stopwatch.StartNew();
        await SealedAttachment.SealAsync(new MemoryStream(new byte[Length - 1_000_000]), target, dossier, place, "scan.pdf", CancellationToken.None);
        Console.WriteLine($"seal an attachment: {target.Length / 1_000_000.0 / watch.Elapsed.TotalSeconds:N0} MB/s");
        target.Position = 0;
        watch.Restart();
        await using var opened = await AttachmentStream.OpenAsync(target, dossier, place, CancellationToken.None);
        await opened.CopyToAsync(Stream.Null);
        Console.WriteLine($"open an attachment: {target.Length / 1_000_000.0 / watch.Elapsed.TotalSeconds:N0} MB/s");
    }

    private static SealedCell Cell(DossierKey key, SealedPlace place) => new(key.Dossier, place, key.Seal(place, Text));

    private static SealedPlace PlaceOf(CompartmentKey compartment, int column) =>
        new("sealed", compartment.Compartment, "vetting_file", Guid.CreateVersion7(), $"column_{column}", 1);

    private static void Measure(string name, int times, Action act)
    {
        act();
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        for (var i = 0; i < times; i++) act();
        var spent = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        Console.WriteLine($"{name}: {watch.Elapsed.TotalMilliseconds / times:F4} ms, {times / watch.Elapsed.TotalSeconds:N0}/s (of processor time {times / spent:N0}/s)");
    }
}
