namespace Cornerstone.Iati.Reading;

/// <summary>Words and letters of IATI 1.0x in the numbers of 2.0x (changelog of 2.01). What is not on the list stays as it is.</summary>
internal static class OlderCodes
{
    public static string? TransactionType(string? code) => code switch
    {
        "IF" => "1",
        "C" => "2",
        "D" => "3",
        "E" => "4",
        "IR" => "5",
        "LR" => "6",
        "R" => "7",
        "QP" => "8",
        "QS" => "9",
        "CG" => "10",
        _ => code,
    };

    public static string? DateType(string? code) => code switch
    {
        "start-planned" => "1",
        "start-actual" => "2",
        "end-planned" => "3",
        "end-actual" => "4",
        _ => code,
    };

    public static string? Role(string? code) => code switch
    {
        "Funding" => "1",
        "Accountable" => "2",
        "Extending" => "3",
        "Implementing" => "4",
        _ => code,
    };

    public static string? SectorVocabulary(string? code) => code switch
    {
        "DAC" => "1",
        "DAC-3" => "2",
        "COFOG" => "3",
        "NACE" => "4",
        "NTEE" => "5",
        "ADT" => "6",
        "RO" => "99",
        "RO2" => "98",
        _ => code,
    };

    public static string? MarkerVocabulary(string? code) => code switch
    {
        "DAC" => "1",
        "RO" => "99",
        _ => code,
    };

    public static string? BudgetType(string? code) => code switch
    {
        "original" => "1",
        "revised" => "2",
        _ => code,
    };
}
