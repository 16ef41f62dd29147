namespace Cornerstone.Iati.Bytes;

/// <summary>One activity or one organisation, from "&lt;" to "&gt;", and the line it begins on.</summary>
internal readonly record struct Extent(RecordKind Kind, long Line, int Length, ExtentFault Fault);

/// <summary>What is wrong with the borders of a record.</summary>
internal enum ExtentFault
{
    None,

    /// <summary>The next record begins, or its list ends, before this one does.</summary>
    NotClosed,

    /// <summary>The file ends inside it.</summary>
    CutOff,

    /// <summary>It is longer than we keep in memory.</summary>
    TooLong,
}
