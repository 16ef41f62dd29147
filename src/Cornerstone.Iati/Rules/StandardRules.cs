namespace Cornerstone.Iati.Rules;

/// <summary>
/// The rules for activities in the ruleset of the IATI Standard, version 2.03, by their numbers there. Left out: 1.14.8 and 1.18.8, which ask a
/// register on the network whether an organisation already exists.
/// </summary>
internal static class StandardRules
{
    public static readonly Rule IdentifierIsReporter = Rule.Error("1.1.3", "The activity has the identifier of its reporting organisation.");
    public static readonly Rule IdentifierPrefix = Rule.Warning("1.1.21", "The identifier does not begin with that of the reporting organisation and a hyphen.");
    public static readonly Rule IdentifierSigns = Rule.Warning("1.3.13", "The identifier holds one of the signs / & | ?.");
    public static readonly Rule IdentifierSpaces = Rule.Warning("1.3.1", "The identifier begins or ends with white space.");
    public static readonly Rule ReporterSigns = Rule.Warning("1.14.13", "The identifier of the reporting organisation holds one of the signs / & | ?.");
    public static readonly Rule ReporterSpaces = Rule.Warning("1.14.1", "The identifier of the reporting organisation begins or ends with white space.");
    public static readonly Rule FormerReporterSpaces = Rule.Warning("1.16.1", "The former identifier of the reporting organisation begins or ends with white space.");
    public static readonly Rule FormerIdentifierSpaces = Rule.Warning("1.6.1", "The former identifier of the activity begins or ends with white space.");
    public static readonly Rule RelatedSpaces = Rule.Warning("1.7.1", "The identifier of the related activity begins or ends with white space.");
    public static readonly Rule OwnerNameless = Rule.Error("6.8.1", "The owner of the other identifier has neither an identifier nor a name.");
    public static readonly Rule OwnerSpaces = Rule.Warning("1.11.1", "The identifier of the owner organisation begins or ends with white space.");
    public static readonly Rule OwnerSigns = Rule.Warning("1.11.13", "The identifier of the owner organisation holds one of the signs / & | ?.");
    public static readonly Rule ProviderNameless = Rule.Error("6.9.1", "The provider has neither an identifier nor a name.");
    public static readonly Rule ProviderSigns = Rule.Warning("1.10.13", "The identifier of the provider holds one of the signs / & | ?.");
    public static readonly Rule ProviderSpaces = Rule.Warning("1.10.1", "The identifier of the provider begins or ends with white space.");
    public static readonly Rule ProviderActivitySpaces = Rule.Warning("1.4.1", "The identifier of the provider's activity begins or ends with white space.");
    public static readonly Rule ReceiverNameless = Rule.Error("6.9.2", "The receiver has neither an identifier nor a name.");
    public static readonly Rule ReceiverSpaces = Rule.Warning("1.15.1", "The identifier of the receiver begins or ends with white space.");
    public static readonly Rule ReceiverActivitySpaces = Rule.Warning("1.5.1", "The identifier of the receiver's activity begins or ends with white space.");
    public static readonly Rule ReceiverSigns = Rule.Warning("1.15.13", "The identifier of the receiver holds one of the signs / & | ?.");
    public static readonly Rule ParticipantNameless = Rule.Error("6.10.1", "The participating organisation has neither an identifier nor a name.");
    public static readonly Rule ParticipantSigns = Rule.Warning("1.8.13", "The identifier of the participating organisation holds one of the signs / & | ?.");
    public static readonly Rule ParticipantSpaces = Rule.Warning("1.8.1", "The identifier of the participating organisation begins or ends with white space.");
    public static readonly Rule ParticipantActivitySpaces = Rule.Warning("1.9.1", "The identifier of the participating organisation's activity begins or ends with white space.");

    public static readonly Rule NoStart = Rule.Error("6.11.1", "The activity has neither a planned nor an actual start.");
    public static readonly Rule UpdatedInFuture = Rule.Error("11.1.1", "The activity was last updated in the future.");
    public static readonly Rule PlannedOrder = Rule.Error("11.1.2", "The planned start is after the planned end.");
    public static readonly Rule ActualOrder = Rule.Error("11.1.3", "The actual start is after the actual end.");
    public static readonly Rule StartInFuture = Rule.Error("11.1.4", "The actual start lies in the future.");
    public static readonly Rule EndInFuture = Rule.Error("11.1.5", "The actual end lies in the future.");
    public static readonly Rule TransactionInFuture = Rule.Error("11.2.1", "The transaction lies in the future.");
    public static readonly Rule ValueInFuture = Rule.Error("11.2.2", "The value date of the transaction lies in the future.");
    public static readonly Rule PeriodOrder = Rule.Error("8.6.3", "The period begins after its end.");
    public static readonly Rule PeriodTooLong = Rule.Error("7.5.3", "The budget's period is longer than a year.");
    public static readonly Rule IndicatorPeriodOrder = Rule.Error("8.6.1", "The indicator's period begins after its end.");

    public static readonly Rule NoSector = Rule.Error("6.2.2", "Neither the activity nor its transactions name a sector.");
    public static readonly Rule SectorOfSome = Rule.Error("6.7.2", "Some transactions name a sector and others do not.");
    public static readonly Rule SectorOnBoth = Rule.Error("6.6.2", "Sectors stand on the activity and on transactions.");
    public static readonly Rule SectorShareMissing = Rule.Error("2.1.1", "Of several sectors of one vocabulary each needs a percentage.");
    public static readonly Rule SectorSum = Rule.Error("2.1.2", "The sectors of one vocabulary add up to {0} per cent instead of 100.");
    public static readonly Rule SectorAlone = Rule.Error("2.1.4", "A single sector has no percentage, or 100.");
    public static readonly Rule OwnSectorNameless = Rule.Error("2.2.1", "A sector of the reporter's own list (98 or 99) has no name.");
    public static readonly Rule NoDacSector = Rule.Warning("102.1.1", "Sectors of other vocabularies stand without one of the DAC's.");
    public static readonly Rule SectorRange = Rule.Error("12.3.1", "The percentage of a sector is not between 0 and 100.");
    public static readonly Rule MarkerWithoutSignificance = Rule.Error("6.14.1", "A policy marker of the DAC has no significance.");
    public static readonly Rule OwnMarkerNameless = Rule.Error("6.13.1", "A policy marker of the reporter's own list (99) has no name.");

    public static readonly Rule CountryShareMissing = Rule.Error("3.1.1", "Of several countries each needs a percentage.");
    public static readonly Rule CountrySum = Rule.Error("3.1.2", "The countries add up to {0} per cent instead of 100.");
    public static readonly Rule CountryAlone = Rule.Error("3.1.4", "A single country has no percentage, or 100.");
    public static readonly Rule RegionShareMissing = Rule.Error("3.4.1", "Of several regions of one vocabulary each needs a percentage.");
    public static readonly Rule PlaceSum = Rule.Error("3.4.2", "Countries and the regions of one vocabulary add up to {0} per cent instead of 100.");
    public static readonly Rule RegionAlone = Rule.Error("3.4.4", "A single region without a country has no percentage, or 100.");
    public static readonly Rule PlaceOnBoth = Rule.Error("3.6.2", "Countries or regions stand on the activity and on transactions.");
    public static readonly Rule NoPlace = Rule.Error("3.7.1", "Neither the activity nor a transaction names a country or region.");
    public static readonly Rule PlaceOfSome = Rule.Error("3.7.2", "Some transactions name a country or region and others do not.");
    public static readonly Rule PlaceRange = Rule.Error("12.1.1", "The percentage of a country or region is not between 0 and 100.");

    public static readonly Rule BudgetItemSum = Rule.Warning("7.9.2", "The national budget items add up to {0} per cent instead of 100.");
    public static readonly Rule BudgetItemShareMissing = Rule.Warning("7.9.1", "Several national budget items stand without percentages.");
    public static readonly Rule BudgetItemAlone = Rule.Warning("7.9.4", "A single national budget item has no percentage, or 100.");
    public static readonly Rule ShareRange = Rule.Error("12.2.1", "The percentage is not between 0 and 100.");
    public static readonly Rule CurrencyMissing = Rule.Error("7.8.1", "An amount has no currency, and the activity no default.");
    public static readonly Rule AidTypeTwice = Rule.Warning("107.1.2", "The activity has several default aid types of one vocabulary.");
    public static readonly Rule NoDacAidType = Rule.Warning("107.1.1", "Default aid types of other vocabularies stand without one of the DAC's.");
    public static readonly Rule TransactionAidTypeTwice = Rule.Warning("107.2.2", "The transaction has several aid types of one vocabulary.");
    public static readonly Rule NoDacTransactionAidType = Rule.Warning("107.2.1", "Aid types of other vocabularies stand on transactions without one of the DAC's.");

    public static readonly Rule LanguageMissing = Rule.Error("4.1.1", "A text has no language, and the activity no default.");
    public static readonly Rule TitleEmpty = Rule.Error("4.3.1", "The title is empty.");
    public static readonly Rule DescriptionEmpty = Rule.Error("4.4.1", "The description is empty.");

    public static readonly Rule ReferenceOnBoth = Rule.Error("8.11.1", "References stand on the result and on its indicator.");
    public static readonly Rule BaselineMissing = Rule.Error("8.8.1", "The baseline of a measured indicator has no value.");
    public static readonly Rule BaselineNoNumber = Rule.Warning("8.8.2", "The baseline of a measured indicator is no number.");
    public static readonly Rule BaselineQualitative = Rule.Warning("8.8.3", "The baseline of a qualitative indicator has a value.");
    public static readonly Rule TargetMissing = Rule.Error("8.9.1", "The target of a measured indicator has no value.");
    public static readonly Rule TargetNoNumber = Rule.Warning("8.9.2", "The target of a measured indicator is no number.");
    public static readonly Rule TargetQualitative = Rule.Warning("8.9.3", "The target of a qualitative indicator has a value.");
    public static readonly Rule ActualMissing = Rule.Error("8.10.1", "The actual value of a measured indicator is missing.");
    public static readonly Rule ActualNoNumber = Rule.Warning("8.10.2", "The actual value of a measured indicator is no number.");
    public static readonly Rule ActualQualitative = Rule.Warning("8.10.3", "The actual value of a qualitative indicator should be left out.");
}
