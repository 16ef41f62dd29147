namespace Cornerstone.Tests.Journeys;

/// <summary>How somebody looks at the program: language, width of the window, scripts on or off.</summary>
internal sealed record Look(string Language, int Width = Look.Desk, bool Scripts = true)
{
    public const int Desk = 1280;
    public const int Phone = 390;

    public string Direction => Language == "ar" ? "rtl" : "ltr";
}
