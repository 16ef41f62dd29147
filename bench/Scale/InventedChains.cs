using System.Globalization;
using System.Text;

namespace Cornerstone.Bench.Scale;

/// <summary>Invented chains of donor, fund and two agencies, each payment in so many parts.</summary>
internal static class InventedChains
{
    public const int Links = 4;
    public const int Transactions = 8;

    /// <summary>An activity file of IATI 2.03.</summary>
    public static byte[] File(int from, int count, int parts)
    {
        var file = new StringBuilder("<iati-activities version=\"2.03\">");
        for (var chain = from; chain < from + count; chain++)
        {
            var amount = 10_000 + (chain * 7919 % 900_000);
            string Paid(int type, int amount, int chain, string? to, string? from = null) => string.Concat(Enumerable.Range(0, parts).Select(part => Part(type, Share(amount, part, parts), chain + part, to, from)));
            file.Append(Activity($"D-{chain}", $"EX-D{chain % 40}", "15210", Paid(2, amount, chain, null) + Paid(3, amount, chain, $"F-{chain}")));
            file.Append(Activity($"F-{chain}", $"EX-F{chain % 5}", "15210", Paid(1, amount, chain, null, $"D-{chain}") + Paid(3, amount / 2, chain, $"A-{chain}") + Paid(3, amount / 3, chain, $"B-{chain}")));
            file.Append(Activity($"A-{chain}", $"EX-A{chain % 60}", "15132", Paid(4, amount / 2, chain, null)));
            file.Append(Activity($"B-{chain}", $"EX-B{chain % 60}", "15130", Paid(4, amount / 4, chain, null) + Paid(4, amount / 12, chain, null)));
        }

        return Encoding.UTF8.GetBytes(file.Append("</iati-activities>").ToString());
    }

    /// <summary>How many payments the activity has, in one part each.</summary>
    public static int PaymentsOf(string identifier) => identifier.Split('-')[^2] switch { "F" => 3, "A" => 1, _ => 2 };

    private static string Activity(string identifier, string partner, string sector, string transactions) =>
        $"<iati-activity default-currency=\"USD\"><iati-identifier>{partner}-{identifier}</iati-identifier><reporting-org ref=\"{partner}\" type=\"40\"><narrative>Invented {partner}</narrative></reporting-org>"
        + $"<title><narrative>Invented project {identifier}</narrative></title><description><narrative>None</narrative></description><participating-org role=\"4\" ref=\"{partner}\"/><activity-status code=\"2\"/>"
        + $"<activity-date type=\"2\" iso-date=\"2024-01-01\"/><recipient-country code=\"XS\"/><sector vocabulary=\"1\" code=\"{sector}\"/>"
        + $"<policy-marker vocabulary=\"1\" code=\"1\" significance=\"{ChainOf(identifier) % 3}\"/><default-flow-type code=\"{(ChainOf(identifier) % 7 < 5 ? 10 : 21)}\"/><default-finance-type code=\"{(ChainOf(identifier) % 5 < 4 ? 110 : 421)}\"/>{transactions}</iati-activity>";

    // The last part takes what division leaves over.
    private static int Share(int amount, int part, int parts) => part < parts - 1 ? amount / parts : amount - (amount / parts * (parts - 1));

    private static string Part(int type, int amount, int turn, string? to, string? from) => string.Create(CultureInfo.InvariantCulture,
        $"<transaction><transaction-type code=\"{type}\"/><transaction-date iso-date=\"{2023 + (turn % 4)}-0{1 + (turn % 9)}-15\"/><value value-date=\"{2023 + (turn % 4)}-0{1 + (turn % 9)}-15\">{amount}</value>{Link("provider", from)}{Link("receiver", to)}</transaction>");

    private static string Link(string side, string? activity) => activity is null ? "" : $"<{side}-org {side}-activity-id=\"{Owner(activity)}-{activity}\"/>";

    private static int ChainOf(string activity) => int.Parse(activity[2..], CultureInfo.InvariantCulture);

    private static string Owner(string activity)
    {
        var chain = ChainOf(activity);
        return activity[0] switch { 'D' => $"EX-D{chain % 40}", 'F' => $"EX-F{chain % 5}", 'A' => $"EX-A{chain % 60}", _ => $"EX-B{chain % 60}" };
    }
}
