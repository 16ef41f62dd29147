using Cornerstone.Sealing;
using Cornerstone.Sealing.Erasing;
using Cornerstone.Vaults;

namespace Cornerstone.Tests.Vaults;

public sealed class ErasureFilesTests : IDisposable
{
    private static readonly Erasure First = new(Guid.CreateVersion7(), new(2027, 3, 1));
    private static readonly Erasure Second = new(Guid.CreateVersion7(), new(2027, 3, 2));

    private readonly string folder = Directory.CreateTempSubdirectory("cornerstone-erasures-").FullName;

    private string Data => Path.Join(folder, "data");

    private string Backups => Path.Join(folder, "backups");

    [Fact]
    public void Both_places_hold_the_whole_list_and_each_dossier_once()
    {
        var files = new ErasureFiles([Data, Backups]);

        files.Keep([First]);
        files.Keep([First]);
        files.Keep([Second]);

        Assert.Equal([First, Second], Read(Data));
        Assert.Equal([First, Second], Read(Backups));
    }

    [Fact]
    public void A_place_that_was_lost_or_is_new_takes_what_the_other_has()
    {
        new ErasureFiles([Data]).Keep([First]);

        new ErasureFiles([Data, Backups]).Keep([Second]);

        Assert.Equal([First, Second], Read(Backups));
    }

    [Theory]
    [InlineData("2027-03-01", "2027-03-02")]
    [InlineData("1 ", "2 ")]
    public void A_list_that_somebody_changed_is_not_added_to(string line, string changed)
    {
        var files = new ErasureFiles([Data]);
        files.Keep([First]);
        var file = Path.Join(Data, ErasureFiles.FileName);
        File.WriteAllText(file, File.ReadAllText(file).Replace(line, changed, StringComparison.Ordinal));

        Assert.Throws<SealBrokenException>(() => files.Keep([Second]));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static IEnumerable<Erasure> Read(string place) => ErasureFiles.Read(Path.Join(place, ErasureFiles.FileName)).Erasures;
}
