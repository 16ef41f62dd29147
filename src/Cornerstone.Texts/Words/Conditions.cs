namespace Cornerstone.Texts;

/// <summary>Words that lower or condition what a provision asks.</summary>
public static class Conditions
{
    public static IReadOnlyList<CodedWords> All { get; } = CodedWords.Read("""
        as appropriate | As appropriate | as appropriate, as may be appropriate, if appropriate
        where appropriate | Where appropriate | where appropriate, when appropriate, wherever appropriate, where and as appropriate, where and when appropriate
        where mandated | Where mandated | where mandated, when mandated, where and as mandated, as mandated, if mandated, where and when mandated, consistent with its mandate, consistent with their mandates, within its mandate, within their mandates, within existing mandates, line with its mandate, accordance with its mandate, consistent with their mandate, accordance with their mandates, within their respective mandates, accordance with their respective mandates
        upon request | Upon request | upon request, upon their request, on request, if requested, when requested, where requested, at the request of, upon the request of, at their request, as requested by, upon its request, at its request, upon the host, upon requests
        to consider | To consider only | to consider, consider undertaking, should consider
        inter alia | Among other things | inter alia
        as necessary | As necessary | as necessary, where necessary, if necessary, as needed, where needed, when necessary, as required, where required, if needed
        where applicable | Where applicable | where applicable, as applicable, when applicable, if applicable
        where relevant | Where relevant | where relevant, as relevant, when relevant
        where possible | Where possible | where possible, if possible, where feasible, as feasible, when possible, wherever possible, extent possible, extent feasible, whenever possible, practicable
        within means | Within existing means | within existing resources, within available resources, within their capabilities, within its capabilities, within its capacities, limits of its capacities, limits of its capabilities, within the limits, position to do so, subject to available
        with consent | With consent or in consultation | consent of, consultation with
        subject to law | Subject to the law | accordance with international law, consistent with international law, accordance with applicable, consistent with applicable, compliance with international, as determined by each, accordance with domestic, accordance with national law*, accordance with national legislation
        subject to conditions | Subject to stated conditions | subject to, provided that, condition that, unless
        on voluntary basis | On a voluntary basis | voluntary, voluntarily
        """);

    public static string NameOf(string code) => All.FirstOrDefault(condition => condition.Code == code)?.Name ?? code;
}
