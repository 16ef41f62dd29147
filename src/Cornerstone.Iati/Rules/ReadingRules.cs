namespace Cornerstone.Iati.Rules;

/// <summary>What can be wrong before any rule of the standard is asked.</summary>
internal static class ReadingRules
{
    public static readonly Rule Broken = Rule.Error("X1", "This record is no sound XML and was left out: {0}.");
    public static readonly Rule BareAmpersand = Rule.Warning("X2", "An ampersand stands for itself, or begins a name that is not declared; it was kept as it is written.");
    public static readonly Rule CutOff = Rule.Error("X3", "The file ends before its list is closed; records may be missing.");
    public static readonly Rule OtherBytes = Rule.Warning("X4", "Some letters are not UTF-8, as the file says or implies; they were read as Windows-1252.");
    public static readonly Rule WrongEncoding = Rule.Warning("X5", "The file says it is written in {0}, and is not; it was read as UTF-8.");
    public static readonly Rule TooLong = Rule.Error("X6", "This record is longer than {0} million bytes and was left out.");
    public static readonly Rule NotClosed = Rule.Error("X7", "This record is not closed before the next begins, and was left out.");
    public static readonly Rule LateDeclaration = Rule.Warning("X8", "Something stands before the XML declaration, which must begin the file; it was read all the same.");

    public static readonly Rule NotANumber = Rule.Error("V1", "\"{0}\" is no number as the standard writes it; nothing was counted for it.");
    public static readonly Rule NotADay = Rule.Error("V2", "\"{0}\" is no day as the standard writes it (2020-12-03).");
    public static readonly Rule NoAmount = Rule.Error("V3", "An amount is missing.");
    public static readonly Rule NotTrueOrFalse = Rule.Warning("V4", "\"{0}\" is neither true nor false.");
    public static readonly Rule Rounded = Rule.Warning("V5", "\"{0}\" has more digits than can be kept; it was rounded in the last of 28.");
    public static readonly Rule NotAMoment = Rule.Warning("V6", "\"{0}\" is no date with a time as the standard writes it.");

    public static readonly Rule UnknownCurrency = Rule.Error("C1", "{0} is no currency of the list; its amounts stand apart and are not converted.");
    public static readonly Rule UnknownCode = Rule.Warning("C2", "{0} is not on the list {1}.");
    public static readonly Rule WithdrawnCode = Rule.Warning("C3", "{0} of the list {1} was withdrawn on {2}.");
    public static readonly Rule NoTransactionType = Rule.Error("C4", "A transaction does not say of which type it is.");

    public static readonly Rule ElementUnknown = Rule.Error("S1", "The schema has no element {0} here.");
    public static readonly Rule ElementMissing = Rule.Error("S2", "The element {0} is missing here.");
    public static readonly Rule ElementRepeated = Rule.Error("S3", "The element {0} may stand here once.");
    public static readonly Rule ElementOrder = Rule.Error("S4", "The element {0} stands after one that must follow it.");
    public static readonly Rule AttributeMissing = Rule.Error("S5", "The attribute {0} is missing here.");
    public static readonly Rule AttributeUnknown = Rule.Error("S6", "The schema has no attribute {0} here.");
    public static readonly Rule NotAWholeNumber = Rule.Error("S7", "The attribute {0} is no whole number as the schema asks for it.");

    public static readonly Rule TextMisplaced = Rule.Error("S8", "The schema has no room for text in the element {0}.");

    public static readonly Rule Repeated = Rule.Error("D1", "The identifier {0} was already used in this file; both records were read.");
    public static readonly Rule NoIdentifier = Rule.Error("D2", "The record has no identifier.");
}
