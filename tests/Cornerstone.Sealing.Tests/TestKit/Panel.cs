using Cornerstone.Sealing.Keys;
using Cornerstone.Sealing.Rotation;

namespace Cornerstone.Sealing.Tests.TestKit;

/// <summary>A compartment with three members, the officers' recovery key, and dossiers: some made by members, some taken at intake.</summary>
internal sealed class Panel
{
    internal Guid Compartment { get; } = Guid.CreateVersion7();

    internal PersonKey Amina { get; } = Given.Person();

    internal PersonKey Bruno { get; } = Given.Person();

    /// <summary>Leaves.</summary>
    internal PersonKey Chiyo { get; } = Given.Person();

    internal RecoveryKey Recovery { get; } = Given.Recovery();

    internal MemoryWraps Store { get; } = new();

    internal CompartmentKey First { get; }

    internal List<SealedCell> Cells { get; } = [];

    internal Panel(int dossiers = 12)
    {
        First = CompartmentKey.Create(Compartment);
        Store.Keys.AddRange([First.Admit(Amina.Holder), First.Admit(Bruno.Holder), First.Admit(Chiyo.Holder), First.Admit(Recovery.Holder)]);
        for (var i = 0; i < dossiers; i++)
        {
            AddDossier(First, atIntake: i % 3 == 0, $"statement {i}");
        }
    }

    internal IReadOnlySet<Guid> Staying => new HashSet<Guid> { Amina.Person, Bruno.Person, Recovery.Id };

    internal Guid AddDossier(CompartmentKey key, bool atIntake, string text)
    {
        var dossier = Guid.CreateVersion7();
        using var made = atIntake ? key.Intake.NewDossier(dossier) : key.NewDossier(dossier);
        Store.Dossiers.Add(atIntake ? key.Intake.Wrap(made) : key.Wrap(made));
        var place = new SealedPlace("sealed", Compartment, "statement", Guid.CreateVersion7(), "text", 1);
        Cells.Add(new SealedCell(dossier, place, made.Seal(place, text)));
        return dossier;
    }

    /// <summary>All keys of this compartment that the person can open from a store.</summary>
    internal static List<CompartmentKey> KeysOf(PersonKey person, MemoryWraps store) =>
        [.. store.Keys.Where(k => k.Holder.Id == person.Person).Select(person.Open)];

    /// <summary>How many of the cells the keys open, from the wraps as they are in the store.</summary>
    internal int Readable(IReadOnlyList<CompartmentKey> keys, MemoryWraps store) => Cells.Count(cell => store.Dossiers
        .Where(d => d.Dossier == cell.Dossier && d.Generation == cell.Field.Generation)
        .Any(wrap => keys.Any(key => Given.Opens(() =>
        {
            using var dossier = wrap.IsFromIntake ? key.Receive(wrap) : key.Open(wrap);
            Assert.StartsWith("statement", dossier.OpenText(cell.Place, cell.Field), StringComparison.Ordinal);
        }))));
}
