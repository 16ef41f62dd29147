using System.Buffers.Binary;
using System.Text;

namespace Cornerstone.Iati.Tree;

/// <summary>From the bytes of a name to the name and back. A file holds millions of them, so the table is asked without making strings.</summary>
internal static class IatiNames
{
    private const int Slots = 1024;

    private static readonly byte[][] Written = [.. Enum.GetValues<IatiName>().Select(name => Encoding.ASCII.GetBytes(AsWritten(name)))];
    private static readonly IatiName[] Table = Fill();

    public static string TextOf(IatiName name) => Encoding.ASCII.GetString(Written[(int)name]);

    public static IatiName Of(ReadOnlySpan<byte> name)
    {
        for (var slot = Slot(name); Table[slot] is var found and not IatiName.Unknown; slot = (slot + 1) % Slots)
        {
            if (name.SequenceEqual(Written[(int)found])) return found;
        }

        return IatiName.Unknown;
    }

    private static IatiName[] Fill()
    {
        var table = new IatiName[Slots];
        foreach (var name in Enum.GetValues<IatiName>().Where(n => n != IatiName.Unknown))
        {
            var slot = Slot(Written[(int)name]);
            while (table[slot] != IatiName.Unknown) slot = (slot + 1) % Slots;
            table[slot] = name;
        }

        return table;
    }

    private static int Slot(ReadOnlySpan<byte> name) => (int)(Mixed(name) >> 54);

    /// <summary>Beginning and end of the bytes, stirred: enough to tell short words apart.</summary>
    internal static ulong Mixed(ReadOnlySpan<byte> bytes)
    {
        var (first, last) = bytes.Length switch
        {
            >= 8 => (BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[^8..])),
            >= 4 => (BinaryPrimitives.ReadUInt32LittleEndian(bytes), BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..])),
            > 0 => (bytes[0] | ((ulong)bytes[bytes.Length / 2] << 8), bytes[^1]),
            _ => (0ul, 0ul),
        };
        unchecked
        {
            return ((first * 0x9E3779B97F4A7C15) ^ ((last + (ulong)bytes.Length) * 0xC2B2AE3D27D4EB4F)) * 0x165667B19E3779F9;
        }
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
