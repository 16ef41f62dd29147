using System.Text;

namespace Cornerstone.Iati.Tree;

/// <summary>From the bytes of a name to the name and back. A file holds millions of them, so the table is asked without making strings.</summary>
internal static class IatiNames
{
    private const int SlotBits = 10;
    private const int Slots = 1 << SlotBits;

    private static readonly byte[][] Written = [.. Enum.GetValues<IatiName>().Select(name => Encoding.ASCII.GetBytes(AsWritten(name)))];
    private static readonly Stamp[] Stamps = [.. Written.Select(name => new Stamp(name))];
    private static readonly IatiName[] Table = Fill();

    public static string TextOf(IatiName name) => Encoding.ASCII.GetString(Written[(int)name]);

    public static IatiName Of(ReadOnlySpan<byte> name)
    {
        var stamp = new Stamp(name);
        for (var slot = stamp.Slot(SlotBits); Table[slot] is var found and not IatiName.Unknown; slot = (slot + 1) % Slots)
        {
            if (Stamps[(int)found].Equals(stamp) && (stamp.IsWhole || name.SequenceEqual(Written[(int)found]))) return found;
        }

        return IatiName.Unknown;
    }

    private static IatiName[] Fill()
    {
        var table = new IatiName[Slots];
        foreach (var name in Enum.GetValues<IatiName>().Where(n => n != IatiName.Unknown))
        {
            var slot = Stamps[(int)name].Slot(SlotBits);
            while (table[slot] != IatiName.Unknown) slot = (slot + 1) % Slots;
            table[slot] = name;
        }

        return table;
    }

    /// <summary>"BudgetNotProvided" is written "budget-not-provided".</summary>
    private static string AsWritten(IatiName name) => name switch
    {
        IatiName.XmlLang => "xml:lang",
        IatiName.SrsName => "srsName",
        IatiName.Rate1 => "rate-1",
        IatiName.Rate2 => "rate-2",
        _ => string.Concat(name.ToString().Select((letter, i) => char.IsAsciiLetterUpper(letter) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString())),
    };
}
