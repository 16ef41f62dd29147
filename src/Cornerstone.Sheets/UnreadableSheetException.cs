namespace Cornerstone.Sheets;

/// <summary>Why a file is not read at all.</summary>
public enum UnreadableSheet
{
    /// <summary>Neither a workbook nor text.</summary>
    UnknownForm,

    /// <summary>A package that is built to harm: a bomb, names that lead outside, parts that stand twice.</summary>
    HostilePackage,

    /// <summary>A workbook that brings programs along.</summary>
    Macros,

    /// <summary>Cut off, encrypted, or not what its directory says.</summary>
    Damaged,

    /// <summary>More than is read.</summary>
    TooLarge,

    /// <summary>Bytes that are no text in the encoding given.</summary>
    WrongEncoding,
}

/// <summary>The file as a whole cannot be read; <see cref="Place"/> says where that showed.</summary>
public sealed class UnreadableSheetException(UnreadableSheet rule, string place, string message, Exception? inner = null) : Exception(message, inner)
{
    public UnreadableSheet Rule { get; } = rule;

    /// <summary>"line 3, column 17", "entry xl/workbook.xml", or empty.</summary>
    public string Place { get; } = place;
}
