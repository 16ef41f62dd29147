using Cornerstone.Sealing.Keys;

namespace Cornerstone.Sealing.Tests.TestKit;

/// <summary>Places and keys that set only what a test is about.</summary>
internal static class Given
{
    internal static DossierKey DossierKey(int generation = 1) => Sealing.DossierKey.Create(Guid.CreateVersion7(), generation);

    internal static SealedPlace Place(string column = "statement", long version = 1) =>
        new("sealed", Guid.CreateVersion7(), "vetting_file", Guid.CreateVersion7(), column, version);

    internal static PersonKey Person() => PersonKey.Create(Guid.CreateVersion7());

    internal static RecoveryKey Recovery() => RecoveryKey.Create(Guid.CreateVersion7());

    /// <summary>Every other place that differs in one part.</summary>
    internal static IEnumerable<SealedPlace> Neighbours(SealedPlace place) =>
    [
        place with { Store = "work" },
        place with { Compartment = Guid.CreateVersion7() },
        place with { Table = "vetting_filE" },
        place with { Row = Guid.CreateVersion7() },
        place with { Column = place.Column + "2" },
        place with { Version = place.Version + 1 },
        place with { Version = place.Version - 1 },
        // The same letters, parted elsewhere.
        place with { Store = place.Store[..^1], Table = place.Store[^1] + place.Table },
    ];

    internal static bool Opens(Action open)
    {
        try
        {
            open();
            return true;
        }
        catch (SealBrokenException)
        {
            return false;
        }
    }
}
